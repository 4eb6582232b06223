import Places
import SimpleFeatures
import Testing

@Suite struct `Organisation of a study` {
  @Test func `is a group of its own unless it has one`() {
    #expect(Organisation(id: "o1", name: "", functions: [0]).group == "o1")
    #expect(Organisation(id: "o1", name: "", group: "host", functions: [0]).group == "host")
  }

  @Test func `serves everywhere only when its remit says so`() {
    func serves(_ remit: Remit) -> Bool {
      Organisation(id: "o1", name: "", remit: remit, functions: []).servesEverywhere
    }
    #expect(serves(.everywhere))
    #expect(!serves(.none))
    #expect(!serves(.areas(["E09000001", "E09000002"])))
  }

  @Test func `says its remit in codes`() {
    #expect(Remit.none.description == "")
    #expect(Remit.everywhere.description == "everywhere")
    #expect(Remit.areas(["E09000016", "E05000026"]).description == "E09000016;E05000026")
  }
}
