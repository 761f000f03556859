namespace BcSalesSync.Engine.Records;

/// <summary>One value of a choice column.</summary>
/// <param name="Value">Number that is stored.</param>
/// <param name="Label">Label that people see.</param>
public sealed record OptionChoice(int Value, string Label);
