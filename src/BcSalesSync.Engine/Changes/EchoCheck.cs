using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Merging;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Changes;

/// <summary>Recognises records whose mapped values are the last synchronised ones, our own writes among them (design: section 2).</summary>
internal static class EchoCheck
{
    /// <summary>True when no mapped value of the source differs from what was last synchronised.</summary>
    public static bool IsEcho(PassDefinition pass, Record source, CouplingState coupling)
    {
        if (coupling.On(pass.Source) is not { } last || WasTouched(pass, source, last))
            return false;
        foreach (var field in pass.Fields)
        {
            if (field.Source is { } column && ThreeWayMerge.Changed(column, source[column], last))
                return false;
        }

        return !pass.ReverseOnlyColumns.Any(
            column => last.Values.ContainsKey(column) && ThreeWayMerge.Changed(column, source[column], last));
    }

    // Where nothing is written to the source, who touches a record means it to stand, whatever became of the other side: nobody reads that.
    private static bool WasTouched(PassDefinition pass, Record source, SideState last) =>
        pass.Mapping.Direction == pass.Direction && last.Version is not null && source.Version != last.Version;
}
