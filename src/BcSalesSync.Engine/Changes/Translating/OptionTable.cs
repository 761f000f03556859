using BcSalesSync.Contracts;
using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Changes.Translating;

/// <summary>
/// A table of codes and its pairs with the options of a choice column. A coupling decides; where there is none, the one option whose label
/// is the code or its name, without regard to case and punctuation, unless another code is coupled to it.
/// </summary>
/// <param name="name">Entity set in Business Central.</param>
/// <param name="codes">The codes, without regard to case.</param>
/// <param name="mapping">The mapping that couples them; null when it is not set up.</param>
/// <param name="couplings">Its couplings.</param>
internal sealed class OptionTable(
    string name, IReadOnlyDictionary<string, OptionCode> codes, TableMapping? mapping, IReadOnlyList<CouplingState> couplings)
{
    private readonly Dictionary<string, int> optionByCode = couplings
        .Where(coupling => coupling.BcNo is not null && ChoiceId.ValueOf(coupling.SalesId) is not null)
        .DistinctBy(coupling => coupling.BcNo, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(coupling => coupling.BcNo!, coupling => ChoiceId.ValueOf(coupling.SalesId)!.Value, StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<int, string> codeByOption = couplings
        .Where(coupling => coupling.BcNo is not null && ChoiceId.ValueOf(coupling.SalesId) is not null)
        .ToDictionary(coupling => ChoiceId.ValueOf(coupling.SalesId)!.Value, coupling => coupling.BcNo!);

    /// <summary>The option of a code.</summary>
    public Translation ToSales(PassField field, string code) => ToSales(field.Destination, code);

    /// <summary>The option of a code in a column.</summary>
    public Translation ToSales(ColumnSchema column, string code)
    {
        if (optionByCode.TryGetValue(code, out var coupled))
            return Translation.To(FieldValue.Number(coupled));
        var choices = column.Choices
            .Where(choice => !codeByOption.ContainsKey(choice.Value) && Matches(choice, code, codes.GetValueOrDefault(code)?.Name)).ToArray();
        return choices is [var only]
            ? Translation.To(FieldValue.Number(only.Value))
            : NoPartner(SystemSide.BusinessCentral, code, $"Code '{code}' of {name}", column.Name, $"-BcNo '{code}' -SalesName <label>");
    }

    /// <summary>The code of an option.</summary>
    public Translation ToBusinessCentral(ColumnSchema column, FieldValue value)
    {
        if (value.AsNumber() is not { } number)
            return Translation.To(FieldValue.Empty);
        var option = (int)number;
        if (codeByOption.TryGetValue(option, out var coupled))
            return Translation.To(FieldValue.Text(coupled));
        var choice = column.Choices.FirstOrDefault(choice => choice.Value == option);
        var found = codes.Where(code => choice is not null && !optionByCode.ContainsKey(code.Key) && Matches(choice, code.Key, code.Value.Name))
            .Select(code => code.Key).ToArray();
        if (found is [var only])
            return Translation.To(FieldValue.Text(only));
        var label = choice?.Label ?? value.ToString();
        return NoPartner(
            SystemSide.Sales, ChoiceId.For(option).ToString("D"), $"Option '{label}' of {column.Name}", name, $"-BcNo <code> -SalesName '{label}'");
    }

    /// <summary>SystemId of the record of a code; null when there is none.</summary>
    public Guid? IdOf(string code) => codes.GetValueOrDefault(code)?.Id;

    private static bool Matches(OptionChoice choice, string code, string? codeName)
    {
        var label = Letters(choice.Label);
        return label.Length > 0 && (label == Letters(code) || (codeName is not null && label == Letters(codeName)));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private Translation NoPartner(SystemSide side, string key, string what, string where, string pair)
    {
        if (mapping is null)
            return Translation.Failed(new PlanFailure(
                FailureClass.DependencyMissing, "BcSync.Record.OptionNotMapped", $"{what} has no partner of that label in {where}.",
                "Set the mapping of its options up with Initialize-BcSync and couple it, or change the value on the record."));
        var awaited = new AwaitedReference(mapping.Name, side, key);
        return Translation.NotCoupled(awaited, new PlanFailure(
            FailureClass.DependencyMissing,
            "BcSync.Record.OptionNotMapped",
            $"{what} must be coupled in mapping {mapping.Name}: it has no coupling, and not exactly one free partner of that label in {where}.",
            $"Couple it with New-BcCoupling -Mapping '{mapping.Name}' {pair}. The record is then taken up again.",
            [awaited]));
    }
}
