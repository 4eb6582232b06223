/// A queue that gives its least element first (a binary heap).
struct RationalAgentQueue<Element: Comparable & Sendable>: Sendable {
  private var elements: [Element] = []

  /// The least element.
  var first: Element? { elements.first }

  /// Adds an element.
  ///
  /// - Complexity: O(log *n*).
  mutating func insert(_ element: Element) {
    elements.append(element)
    var index = elements.count - 1
    while index > 0 {
      let parent = (index - 1) / 2
      guard element < elements[parent] else { break }
      elements[index] = elements[parent]
      index = parent
    }
    elements[index] = element
  }

  /// Takes the least element out.
  ///
  /// - Complexity: O(log *n*).
  @discardableResult
  mutating func popFirst() -> Element? {
    guard let least = elements.first, let last = elements.popLast() else { return nil }
    guard !elements.isEmpty else { return least }
    var index = 0
    while true {
      var child = 2 * index + 1
      guard child < elements.count else { break }
      if child + 1 < elements.count, elements[child + 1] < elements[child] { child += 1 }
      guard elements[child] < last else { break }
      elements[index] = elements[child]
      index = child
    }
    elements[index] = last
    return least
  }

  /// Takes all elements out.
  mutating func removeAll() {
    elements.removeAll(keepingCapacity: true)
  }
}
