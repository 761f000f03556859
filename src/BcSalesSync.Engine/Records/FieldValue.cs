using System.Globalization;

namespace BcSalesSync.Engine.Records;

/// <summary>
/// A value in normal form, free of either system's quirks. Null, blank text, the zero id and the blank date are all <see cref="Empty"/>.
/// Immutable; equality is by kind and value, numbers compare without regard to trailing zeros.
/// </summary>
public readonly struct FieldValue : IEquatable<FieldValue>
{
    private readonly object? value;

    private FieldValue(object? value) => this.value = value;

    /// <summary>No value.</summary>
    public static FieldValue Empty => default;

    /// <summary>True when there is no value.</summary>
    public bool IsEmpty => value is null;

    /// <summary>
    /// The value as string, decimal, bool, DateOnly, DateTimeOffset, Guid or <see cref="Lookup"/>; null when empty. Choices of
    /// Dataverse are decimals, names of choices are strings.
    /// </summary>
    public object? Raw => value;

    /// <summary>Text; null and blank are empty. Outer blanks stay.</summary>
    public static FieldValue Text(string? text) => new(string.IsNullOrEmpty(text) ? null : text);

    /// <summary>A number or the number of a choice.</summary>
    public static FieldValue Number(decimal? number) => new(number);

    /// <summary>True or false.</summary>
    public static FieldValue Boolean(bool? boolean) => new(boolean);

    /// <summary>A date; 0001-01-01 is empty, as Business Central writes it.</summary>
    public static FieldValue Date(DateOnly? date) => new(date == DateOnly.MinValue ? null : date);

    /// <summary>A point in time, kept in UTC; year 1 is empty.</summary>
    public static FieldValue Time(DateTimeOffset? time) => new(time is { Year: > 1 } moment ? moment.ToUniversalTime() : null);

    /// <summary>An id; zeros are empty.</summary>
    public static FieldValue Id(Guid? id) => new(id == Guid.Empty ? null : id);

    /// <summary>A reference; the zero id is empty.</summary>
    public static FieldValue Reference(string table, Guid id) => new(id == Guid.Empty ? null : new Lookup(table, id));

    /// <summary>The text, or null when the value is none.</summary>
    public string? AsText() => value as string;

    /// <summary>The number, or null when the value is none.</summary>
    public decimal? AsNumber() => value as decimal?;

    /// <summary>The id of an id or a reference, or null.</summary>
    public Guid? AsId() => value switch { Guid id => id, Lookup lookup => lookup.Id, _ => null };

    /// <inheritdoc/>
    public bool Equals(FieldValue other) => Equals(value, other.value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FieldValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => value?.GetHashCode() ?? 0;

    /// <summary>The value as a person reads it, invariant culture; empty text when empty.</summary>
    public override string ToString() => value switch
    {
        null => string.Empty,
        string text => text,
        decimal number => Shown(number),
        bool boolean => boolean ? "true" : "false",
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset time => Shown(time),
        Lookup lookup => lookup.Id.ToString(),
        _ => value.ToString()!,
    };

    // Own formats cost several times as much as those that are built in, and every value of every record comes by here.
    private static string Shown(decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    private static string Shown(DateTimeOffset time) =>
        string.Concat(time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture).AsSpan()[..^1].TrimEnd('0').TrimEnd('.'), "Z");

    /// <summary>Compares two values.</summary>
    public static bool operator ==(FieldValue left, FieldValue right) => left.Equals(right);

    /// <summary>Compares two values.</summary>
    public static bool operator !=(FieldValue left, FieldValue right) => !left.Equals(right);
}
