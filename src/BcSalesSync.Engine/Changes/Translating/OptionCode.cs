namespace BcSalesSync.Engine.Changes.Translating;

/// <summary>What is known about a code.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Id">SystemId of its record.</param>
internal sealed record OptionCode(string Name, Guid Id);
