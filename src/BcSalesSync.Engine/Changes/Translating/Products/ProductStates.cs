using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Changes.Translating.Products;

/// <summary>States of products and of their unit groups (spec/mappings.md 3.2, 3.4).</summary>
internal static class ProductStates
{
    private const string State = "statecode";
    private const string Blocked = "blocked";
    private const int Active = 0;
    private const int Retired = 1;
    private const int InactiveGroup = 1;

    /// <summary>A product is retired while its item or resource is blocked, and active otherwise.</summary>
    public static IComputation ToSales { get; } = new RecordComputation(
        "ProductState", candidate => Translation.To(FieldValue.Number(candidate.Source[Blocked].Raw is true ? Retired : Active)));

    /// <summary>An item or resource is blocked unless its product is active.</summary>
    public static IComputation ToBusinessCentral { get; } = new RecordComputation(
        "Blocked", candidate => Translation.To(FieldValue.Boolean(candidate.Source[State].AsNumber() is not Active)));

    /// <summary>Nothing is written to a unit group that was put out of use.</summary>
    public static IComputation ActiveUnitGroup { get; } = new RecordComputation(
        "ActiveUnitGroup",
        candidate => (candidate.Counterpart ?? candidate.Match)?[State].AsNumber() is InactiveGroup
            ? Translation.Failed(new PlanFailure(
                FailureClass.Data,
                "BcSync.Unit.GroupInactive",
                "The unit group in Sales is inactive.",
                "Activate the unit group in Sales, or remove the coupling with Remove-BcCoupling."))
            : Translation.LeaveAlone);
}
