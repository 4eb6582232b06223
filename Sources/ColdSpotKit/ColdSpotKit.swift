// The one import of a library user: every module of the pipeline, in the order of the data.

@_exported public import SimpleFeatures
@_exported public import SpatialStatistics
@_exported public import GeometryEngine
@_exported public import SpatialIndex
@_exported public import GeoJSON
@_exported public import FileFormats
@_exported public import Postcodes
@_exported public import Places
@_exported public import Intake
@_exported public import Catchments
@_exported public import AccessMeasures
@_exported public import ColdSpots
@_exported public import MapLayers
