using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Mappings.Transformations;

/// <summary>
/// Replaces whole values by a list. A value that is not listed fails, unless the list says what becomes of others: *=value gives all of
/// them one value, *=* lets them stay.
/// </summary>
internal sealed class ValueMap : Transformation
{
    private const string Others = "*";
    private readonly IReadOnlyList<(string From, string To)> pairs;
    private readonly Dictionary<string, string> byFrom = new(StringComparer.OrdinalIgnoreCase);

    private ValueMap(IReadOnlyList<(string From, string To)> pairs)
    {
        this.pairs = pairs;
        foreach (var (from, to) in pairs)
        {
            if (!byFrom.TryAdd(from, to))
                throw new TransformationSyntaxException($"The value '{from}' is listed twice.");
        }
    }

    /// <inheritdoc/>
    public override string Name => "Map";

    /// <inheritdoc/>
    public override bool TakesBlank => byFrom.ContainsKey(string.Empty);

    /// <inheritdoc/>
    public override Transformation? Reverse => IsOneToOne ? new ValueMap([.. pairs.Select(pair => (pair.To, pair.From))]) : null;

    /// <inheritdoc/>
    protected override string Arguments => string.Join(';', pairs.Select(pair => $"{Write(pair.From)}={Write(pair.To)}"));

    private bool IsOneToOne => pairs.All(pair => (pair.From == Others) == (pair.To == Others))
        && pairs.Select(pair => pair.To).Distinct(StringComparer.OrdinalIgnoreCase).Count() == pairs.Count;

    /// <summary>Reads the list, for example x=1;y=2.</summary>
    /// <exception cref="TransformationSyntaxException">An entry has no equals sign, or two are for the same value.</exception>
    public static ValueMap Parse(string list)
    {
        var reader = new ArgumentReader(list);
        var pairs = new List<(string From, string To)>();
        do
        {
            var from = reader.Next("=;");
            if (reader.Ended is not '=')
                throw new TransformationSyntaxException($"'{from}' has no equals sign and value behind it.");
            pairs.Add((from, reader.Next(";")));
        }
        while (reader.Ended is not null);
        return new ValueMap(pairs);
    }

    /// <inheritdoc/>
    public override FieldValue Apply(FieldValue value)
    {
        if (!byFrom.TryGetValue(value.ToString(), out var to) && !byFrom.TryGetValue(Others, out to))
            throw new TransformationException(this, $"'{value}' is not in the list.");
        return to == Others ? value : FieldValue.Text(to);
    }

    private static string Write(string value) => ArgumentReader.Write(value, "=;");
}
