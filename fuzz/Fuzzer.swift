/// What libFuzzer calls with each input; the target linked beside this file says what to do with it.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  // libFuzzer owns `count` bytes at `start` for the length of the call; they are copied here.
  unsafe test(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
