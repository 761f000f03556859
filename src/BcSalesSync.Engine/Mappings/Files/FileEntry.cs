namespace BcSalesSync.Engine.Mappings.Files;

/// <summary>One mapping of a file, or why it is none.</summary>
/// <param name="Name">Its name; its place in the file when it has none.</param>
/// <param name="Mapping">The mapping; null when it cannot be read.</param>
/// <param name="Problem">What is wrong with it; null when it can be read.</param>
public sealed record FileEntry(string Name, TableMapping? Mapping, string? Problem);
