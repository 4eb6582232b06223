extension PlaceReader {
  /// Everything that is wrong with the rows of a file, of which ``read(_:on:)`` names the first.
  ///
  /// - Returns: A problem for each row that cannot be used; where every row can, the one that reading
  ///   them together meets, if any.
  public func problems(in file: InputFile, on ground: StudyGround) -> [IntakeError] {
    var problems: [IntakeError] = []
    do throws(IntakeError) {
      let reader = TableReader(columns: columns.stated, sheet: columns.sheet)
      let (table, ragged) = try reader.survey(file)
      problems = ragged
      let cells = try PlaceColumns(columns, in: table)
      let ordinates = Ordinates(of: system, in: table.file)
      for row in 0..<table.rowCount {
        do throws(IntakeError) {
          _ = try table.requiredText(row: row, column: cells.id)
          _ = try table.position(row: row, x: cells.x, y: cells.y, ordinates)
          _ = try table.number(
            row: row, column: cells.people, in: Self.peopleRange, expected: Self.peopleExpected)
          if case .column(let name, _) = need {
            _ = try table.number(row: row, column: try table.requiredColumn(named: name))
          }
        } catch {
          problems.append(error)
        }
      }
      if problems.isEmpty { _ = try read(file, on: ground) }
    } catch {
      problems.append(error)
    }
    return problems
  }
}

extension NeedTable {
  /// Everything that is wrong with the rows of a file, of which reading names the first.
  ///
  /// - Parameters:
  ///   - file: The table.
  ///   - columns: Which column holds what.
  ///   - roles: What the column of codes may be known as, the best first.
  /// - Returns: A problem for each row that cannot be used.
  public static func problems(
    in file: InputFile, columns: Columns, roles: [ColumnRole] = []
  ) -> [IntakeError] {
    var problems: [IntakeError] = []
    do throws(IntakeError) {
      let named = [columns.code, columns.index].compactMap(\.self)
      let (table, ragged) = try TableReader(columns: named, sheet: columns.sheet).survey(file)
      problems = ragged
      let (code, index) = try Self.columns(columns, roles: roles, in: table)
      for row in 0..<table.rowCount {
        do throws(IntakeError) {
          _ = try table.requiredText(row: row, column: code)
          guard !table.text(row: row, column: index).isEmpty else { continue }
          _ = try table.number(row: row, column: index)
        } catch {
          problems.append(error)
        }
      }
      if problems.isEmpty { _ = try NeedTable(file, columns: columns, roles: roles) }
    } catch {
      problems.append(error)
    }
    return problems
  }
}
