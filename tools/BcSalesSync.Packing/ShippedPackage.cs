namespace BcSalesSync.Packing;

/// <summary>A package whose files are part of the module.</summary>
/// <param name="Id">Id of the package.</param>
/// <param name="Version">Its version.</param>
/// <param name="Path">Its path within a folder of packages.</param>
internal sealed record ShippedPackage(string Id, string Version, string Path);
