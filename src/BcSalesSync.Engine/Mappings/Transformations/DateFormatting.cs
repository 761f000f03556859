using System.Globalization;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Mappings.Transformations;

/// <summary>Writes a date or time as text of a form such as dd.MM.yyyy; times are UTC.</summary>
internal sealed class DateFormatting(string form) : Transformation
{
    /// <inheritdoc/>
    public override string Name => "DateFormat";

    /// <inheritdoc/>
    public override Transformation? Reverse => DateReading.Understands(form) ? new DateReading(form) : null;

    /// <inheritdoc/>
    protected override string Arguments => ArgumentReader.Write(form);

    /// <inheritdoc/>
    public override FieldValue Apply(FieldValue value) => value.Raw switch
    {
        DateOnly date => Write(date.ToDateTime(TimeOnly.MinValue)),
        DateTimeOffset time => Write(time.UtcDateTime),
        string text when DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read) => Write(read.UtcDateTime),
        _ => throw new TransformationException(this, $"'{value}' is no date."),
    };

    private FieldValue Write(DateTime time) => FieldValue.Text(time.ToString(form, CultureInfo.InvariantCulture));
}
