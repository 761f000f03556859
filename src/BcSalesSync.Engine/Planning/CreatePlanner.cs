using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Planning;

/// <summary>Plans the counterpart of a record that has none.</summary>
internal static class CreatePlanner
{
    /// <summary>Every row gives its value; a later row overrides an earlier one of the same column unless it is empty.</summary>
    public static PlannedAction Plan(PassDefinition pass, Candidate candidate, ITranslator translator, string reason)
    {
        var values = new Dictionary<string, PlannedValue>(pass.Fields.Count);
        var agreedSource = new Dictionary<string, FieldValue>(pass.Fields.Count);
        var awaits = new List<AwaitedReference>();
        foreach (var field in pass.Fields)
        {
            var translation = translator.Translate(field, candidate);
            if (!translation.Applies)
            {
                if (field.Source is { } untranslated)
                    agreedSource[untranslated] = candidate.Source[untranslated];
                continue;
            }

            if (translation.Missing is { } parent && IsParent(pass, field))
                return Planner.Wait(candidate, parent);
            if (translation.Failure is { } failure && !Tolerates(field, translation))
                return Planner.Fail(candidate, failure);
            if (translation.Missing is { } missing)
                awaits.AddRange(translation.Failure?.WaitsFor ?? [missing]);
            else if (field.Source is { } source)
                agreedSource[source] = candidate.Source[source];
            var value = translation.Value;
            if (field.Row.Required && translation.Missing is null && value.IsEmpty)
                return Planner.PassOver(candidate, $"The record has no {field.Source}.");
            if (!value.IsEmpty && !field.Row.OnUpdateOnly && (field.Destination.CanCreate || field.Destination.CanUpdate))
                values[field.Destination.Name] = new PlannedValue(field, FieldValue.Empty, value);
        }

        AddTemplate(pass, candidate, values);
        return new PlannedAction
        {
            Candidate = candidate,
            Action = SyncAction.Created,
            Reason = reason,
            Values = [.. values.Values],
            Awaits = Planner.Distinct(awaits),
            AgreedSource = agreedSource,
            AgreedDestination = Agreed(pass, values),
        };
    }

    private static Dictionary<string, FieldValue> Agreed(PassDefinition pass, Dictionary<string, PlannedValue> values)
    {
        var agreed = new Dictionary<string, FieldValue>(pass.Fields.Count);
        foreach (var column in pass.Fields.Select(field => field.Destination.Name))
            agreed[column] = values.TryGetValue(column, out var planned) ? planned.New : FieldValue.Empty;
        return agreed;
    }

    private static void AddTemplate(PassDefinition pass, Candidate candidate, Dictionary<string, PlannedValue> values)
    {
        foreach (var field in pass.Templates.FirstOrDefault(template => template.Filter.Matches(candidate.Source))?.Fields ?? [])
        {
            // A constant that the column cannot hold is refused when the template is set.
            if (ValueFitting.Fit(FieldValue.Text(field.Row.Constant), field.Destination) is { } value)
                values.TryAdd(field.Destination.Name, new PlannedValue(field, FieldValue.Empty, value));
        }
    }

    private static bool IsParent(PassDefinition pass, PassField field) =>
        pass.Mapping.Parent is { } parent && field.Row.BcField == parent.BcField && field.Row.LookupMapping == parent.Mapping;

    private static bool Tolerates(PassField field, Translation translation) => translation.Missing is not null
        && field.Row.ClearOnFailedSync;
}
