using System.Globalization;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Mappings.Transformations;

/// <summary>Reads a date, or a time in UTC, from text of a form such as dd.MM.yyyy.</summary>
internal sealed class DateReading(string form) : Transformation
{
    private static readonly DateTime[] Samples =
        [new(1987, 11, 23, 0, 0, 0, DateTimeKind.Utc), new(2031, 2, 3, 0, 0, 0, DateTimeKind.Utc)];

    /// <inheritdoc/>
    public override string Name => "ParseDate";

    /// <inheritdoc/>
    public override Transformation Reverse => new DateFormatting(form);

    /// <inheritdoc/>
    protected override string Arguments => ArgumentReader.Write(form);

    private bool HasTime => form.AsSpan().IndexOfAny("Hh") >= 0;

    /// <summary>True when dates written in the form can be read from it again: day, month and whole year are there.</summary>
    public static bool Understands(string form) => Samples.All(sample =>
        TryRead(sample.ToString(form, CultureInfo.InvariantCulture), form, out var read) && read.UtcDateTime.Date == sample.Date);

    /// <inheritdoc/>
    public override FieldValue Apply(FieldValue value)
    {
        if (value.Raw is DateOnly or DateTimeOffset)
            return value;
        if (!TryRead(value.ToString(), form, out var read))
            throw new TransformationException(this, $"'{value}' is no date of this form.");
        return HasTime ? FieldValue.Time(read) : FieldValue.Date(DateOnly.FromDateTime(read.UtcDateTime));
    }

    private static bool TryRead(string text, string form, out DateTimeOffset read) => DateTimeOffset.TryParseExact(
        text, form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out read);
}
