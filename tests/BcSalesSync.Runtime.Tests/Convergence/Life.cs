using BcSalesSync.Contracts;
using FsCheck;
using FsCheck.Fluent;

namespace BcSalesSync.Runtime.Tests.Convergence;

/// <summary>The rules of a mapping, and what people do day by day, each day followed by runs.</summary>
internal sealed record Life(
    UpdateConflictPolicy Update, ConflictScope Scope, DeletionConflictPolicy Deletion, bool OnlyCoupled, LifeStep[][] Days)
{
    private static readonly string[] Values = ["a@b.example", "c@d.example", "e@f.example"];

    // Edits are what happens most.
    private static readonly Gen<LifeEvent> Events = Gen.Frequency(
        (3, Gen.Constant(LifeEvent.EditBc)),
        (3, Gen.Constant(LifeEvent.EditSales)),
        (1, Gen.Elements(LifeEvent.AddBc, LifeEvent.AddSales)),
        (1, Gen.Elements(LifeEvent.DeleteBc, LifeEvent.DeleteSales)),
        (2, Gen.Elements(LifeEvent.Couple, LifeEvent.Uncouple)));

    /// <summary>So many lives under any rules.</summary>
    public static IEnumerable<Life> Sample(int seed, int count)
    {
        var step = from what in Events
                   from first in Gen.Choose(0, 11)
                   from second in Gen.Choose(0, 11)
                   from field in Gen.Choose(0, 11)
                   from value in Gen.Elements(Values)
                   select new LifeStep(what, first, second, field, value);
        var life = from update in Gen.Elements(Enum.GetValues<UpdateConflictPolicy>())
                   from scope in Gen.Elements(Enum.GetValues<ConflictScope>())
                   from deletion in Gen.Elements(Enum.GetValues<DeletionConflictPolicy>())
                   from onlyCoupled in Gen.Elements(true, false)
                   from days in step.ArrayOf().ArrayOf(3)
                   select new Life(update, scope, deletion, onlyCoupled, days);
        return life.Sample(count, new Rnd((ulong)seed), 8);
    }

    public override string ToString() =>
        $"{Update} {Scope} {Deletion} {(OnlyCoupled ? "only coupled" : "creating")}\n{string.Join("\n--\n", Days.Select(day => string.Join('\n', day.AsEnumerable())))}";
}
