// The tables that the standard and QGIS define, and the index of geometries.
extension GeoPackageWriter {
  /// - SeeAlso: OGC 12-128r18, annex C.
  static let coreTables = """
    PRAGMA application_id=0x47504B47;
    PRAGMA user_version=10300;
    CREATE TABLE gpkg_spatial_ref_sys (
      srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
      organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
    CREATE TABLE gpkg_contents (
      table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
      description TEXT DEFAULT '',
      last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
      min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
      CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
    CREATE TABLE gpkg_geometry_columns (
      table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
      srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
      CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
      CONSTRAINT uk_gc_table_name UNIQUE (table_name),
      CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
      CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
    CREATE TABLE gpkg_extensions (
      table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
      scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));

    """

  /// The tables of the extensions that describe columns and the file.
  static let describingTables = """
    CREATE TABLE gpkg_data_columns (
      table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT,
      description TEXT, mime_type TEXT, constraint_name TEXT,
      CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
      CONSTRAINT gdc_tn UNIQUE (table_name, name));
    CREATE TABLE gpkg_data_column_constraints (
      constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC,
      min_is_inclusive BOOLEAN, max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
      CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value));
    CREATE TABLE gpkg_metadata (
      id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL,
      md_scope TEXT NOT NULL DEFAULT 'dataset', md_standard_uri TEXT NOT NULL,
      mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '');
    CREATE TABLE gpkg_metadata_reference (
      reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER,
      timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
      md_file_id INTEGER NOT NULL, md_parent_id INTEGER,
      CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
      CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id));
    """

  /// As QGIS creates it.
  static let styleTable = """
    CREATE TABLE layer_styles (
      id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),
      f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256),
      styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT,
      owner TEXT(30), ui TEXT(30),
      update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))
    """

  func createIndex(of table: Table, in database: SQLiteBuilder) throws(GeoPackageWriteError) {
    let index = table.indexName.asSQLIdentifier
    try database.run("CREATE VIRTUAL TABLE \(index) USING rtree(id, minx, maxx, miny, maxy)")
  }

  /// The triggers that keep the index true while a program edits the table; it must bring the
  /// functions whose names begin with `ST_`.
  ///
  /// - SeeAlso: OGC 12-128r18, annex F.3.
  func createTriggers(of table: Table, in database: SQLiteBuilder) throws(GeoPackageWriteError) {
    let index = table.indexName.asSQLIdentifier
    let put = """
      INSERT OR REPLACE INTO \(index) VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), \
      ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
      """
    let remove = "DELETE FROM \(index) WHERE id = OLD.fid;"
    let isPlaced = "(NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))"
    let isNowhere = "(NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))"
    let triggers = [
      ("insert", "INSERT", isPlaced, put),
      ("update1", "UPDATE OF geom", "OLD.fid = NEW.fid AND \(isPlaced)", put),
      ("update2", "UPDATE OF geom", "OLD.fid = NEW.fid AND \(isNowhere)", remove),
      ("update3", "UPDATE", "OLD.fid != NEW.fid AND \(isPlaced)", "\(remove) \(put)"),
      (
        "update4", "UPDATE", "OLD.fid != NEW.fid AND \(isNowhere)",
        "DELETE FROM \(index) WHERE id IN (OLD.fid, NEW.fid);"
      ),
      ("delete", "DELETE", "OLD.geom NOTNULL", remove),
    ]
    for (name, event, condition, action) in triggers {
      try database.run(
        """
        CREATE TRIGGER \("\(table.indexName)_\(name)".asSQLIdentifier) AFTER \(event) ON \
        \(table.name.asSQLIdentifier) WHEN \(condition) BEGIN \(action) END
        """)
    }
  }
}
