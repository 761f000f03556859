namespace BcSalesSync.Dataverse.ServiceClient.Organization;

/// <summary>A comparison.</summary>
/// <param name="Column">Logical name of the column.</param>
/// <param name="Operator">How to compare.</param>
/// <param name="Values">What to compare with, as plain values: numbers of choices are int, amounts decimal, references Guid.</param>
internal sealed record OrgCondition(string Column, OrgOperator Operator, IReadOnlyList<object> Values);
