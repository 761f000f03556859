using BcSalesSync.Contracts;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Mappings.Checks;

/// <summary>Looks whether values of one column can become values of the other, and whether transformations have a way back.</summary>
internal static class TypeCheck
{
    private static readonly string[] SameKind = ["Trim", "UpperCase", "LowerCase", "TitleCase"];

    public static MappingProblem? Problem(FieldMapping row, RowColumns columns)
    {
        if (row.Constant is not null || row.LookupMapping is not null)
            return null;
        if (row.OptionTable is not null)
        {
            return row.Transform is null ? null : RowCheck.Of(
                row,
                "InvalidTransformation",
                "a choice is translated by its table and takes no transformation.",
                "Leave -Transformation out.");
        }

        if (row.Direction is SyncDirection.Both && row.Transform?.OneWay.FirstOrDefault() is { } lost)
        {
            return RowCheck.Of(
                row,
                "InvalidTransformation",
                $"{lost} has no way back.",
                "Give -Direction ToSales or ToBusinessCentral, or another transformation.");
        }

        return row.Direction.Passes().Select(pass => Problem(row, columns, pass)).FirstOrDefault(problem => problem is not null);
    }

    private static MappingProblem? Problem(FieldMapping row, RowColumns columns, SyncDirection pass)
    {
        if (columns.In(pass) is not ({ } from, { } to))
            return null;
        var converts = row.Transform?.Texts.Any(text => !SameKind.Contains(text)) is true
            && from.Kind is not FieldKind.Lookup && to.Kind is not FieldKind.Lookup;
        if (converts || Fits(from, to, isFromSales: pass is SyncDirection.ToBusinessCentral))
            return null;
        var (source, destination) = (KindName.Of(from.Kind), KindName.Of(to.Kind));
        return RowCheck.Of(
            row,
            "IncompatibleTypes",
            $"{from.Name} is {source}, which cannot become {to.Name}, {destination}, on the way {MappingCheck.Words(pass)}.",
            "Choose another field or direction, or say how values become others, for example -Transformation 'Map(A=1;B=2)'.");
    }

    private static bool Fits(ColumnSchema from, ColumnSchema to, bool isFromSales) => (from.Kind, to.Kind) switch
    {
        (FieldKind.Lookup, _) or (_, FieldKind.Lookup) => false,
        (FieldKind.Option, FieldKind.Number) => isFromSales,
        (FieldKind.Option, FieldKind.Text or FieldKind.Code) => !isFromSales,
        (FieldKind.Option, _) or (_, FieldKind.Option) => false,
        (_, FieldKind.Text or FieldKind.Code) => true,
        (FieldKind.Date or FieldKind.DateTime, FieldKind.Date or FieldKind.DateTime) => true,
        (FieldKind.Boolean, FieldKind.Number) or (FieldKind.Number, FieldKind.Boolean) => true,
        var (source, destination) => source == destination,
    };
}
