namespace BcSalesSync.Engine.Documents.Lookups;

/// <summary>The code that an option of Sales stands for.</summary>
/// <param name="Code">The code.</param>
/// <param name="Id">SystemId of its record.</param>
internal sealed record OptionPartner(string Code, Guid Id);
