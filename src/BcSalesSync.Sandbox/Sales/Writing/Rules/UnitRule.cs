using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.Rules;

// The first unit of a group is its base unit: one of itself. Every other one is a multiple of a unit of the group, of the base unit
// when none is named.
internal sealed class UnitRule(SalesOrganization organization) : IRowRule
{
    private static readonly Field Group = SalesSchema.Unit.Find("uomscheduleid")!;
    private static readonly Field IsBase = SalesSchema.Unit.Find("isschedulebaseuom")!;
    private static readonly Field Base = SalesSchema.Unit.Find("baseuom")!;
    private static readonly Field Quantity = SalesSchema.Unit.Find("quantity")!;

    public void Apply(RowDraft draft, SalesTable table, WriteScope scope)
    {
        if (table != SalesSchema.Unit)
        {
            return;
        }

        var group = draft[Group.Column] as Guid? ?? throw SalesError.Refused("0x80043B0A", "The unit schedule id is missing.");
        var baseUnit = organization.World.Store[table.Table].Index(Group.Column).Equal(group)
            .FirstOrDefault(unit => unit[IsBase.Column] is true);
        if (draft.IsNew)
        {
            draft[IsBase.Column] = baseUnit is null;
        }

        if (draft[IsBase.Column] is true)
        {
            ApplyToBase(draft);
        }
        else
        {
            draft[Base.Column] ??= baseUnit?.Id;
            CheckBase(draft, group);
        }
    }

    private static void ApplyToBase(RowDraft draft)
    {
        if (draft[Base.Column] is not null)
        {
            throw SalesError.Refused(
                "0x80043B17", "Do not use a base unit as the value for a primary unit. This value should always be null.");
        }

        if (draft.IsNew)
        {
            draft[Quantity.Column] = ValueCheck.Scaled(1, Quantity.Scale);
        }
        else if (draft.Changed(Quantity.Column))
        {
            throw SalesError.Refused("0x80043B18", "Do not modify the Quantity field when you update the primary unit.");
        }
    }

    private void CheckBase(RowDraft draft, Guid group)
    {
        var next = draft[Base.Column] as Guid?;
        while (organization.Find(SalesSchema.Unit, next) is { } unit)
        {
            if (unit[Group.Column] as Guid? != group)
            {
                throw SalesError.Refused("0x80043B0B", "The base unit does not belong to the schedule.");
            }

            if (unit.Id == draft.Id)
            {
                throw SalesError.Refused("0x80043B1A", "Using this base unit would create a loop in the unit hierarchy.");
            }

            next = unit[Base.Column] as Guid?;
        }
    }
}
