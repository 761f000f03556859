using System.Globalization;
using System.Text.RegularExpressions;

namespace BcSalesSync.Engine.Mappings.Transformations;

/// <summary>
/// Reads transformations: a name, and what it needs in parentheses, for example <c>Substring(0,10)</c>. Arguments are taken as they
/// stand; one that holds a separator or begins with a quote goes in single quotes.
/// </summary>
public static class TransformationSyntax
{
    private static readonly Dictionary<string, (string Form, Func<string, Transformation> Read)> Known =
        new Dictionary<string, (string Form, Func<string, Transformation> Read)>(StringComparer.OrdinalIgnoreCase)
        {
            ["Substring"] = ("Substring(start,length)", ReadPart),
            ["Replace"] = ("Replace(find,by)", ReadReplacement),
            ["Regex"] = ("Regex(pattern,replacement)", ReadPattern),
            ["Map"] = ("Map(from=to;from=to)", ValueMap.Parse),
            ["DateFormat"] = ("DateFormat(yyyy-MM-dd)", body => new DateFormatting(ReadForm(body))),
            ["ParseDate"] = ("ParseDate(yyyy-MM-dd)", ReadDate),
            ["Prefix"] = ("Prefix(text)", body => new Affix(One(body), before: true, adds: true)),
            ["Suffix"] = ("Suffix(text)", body => new Affix(One(body), before: false, adds: true)),
            ["RemovePrefix"] = ("RemovePrefix(text)", body => new Affix(One(body), before: true, adds: false)),
            ["RemoveSuffix"] = ("RemoveSuffix(text)", body => new Affix(One(body), before: false, adds: false)),
        };

    /// <summary>How each transformation is written, for help and completion.</summary>
    public static IReadOnlyList<string> Forms { get; } =
        [.. TextNormalization.All.Select(known => known.Name), .. Known.Values.Select(known => known.Form)];

    /// <summary>Reads a transformation.</summary>
    /// <exception cref="TransformationSyntaxException">The text is none; the message says why.</exception>
    public static Transformation Parse(string text)
    {
        var trimmed = text.TrimStart();
        var open = trimmed.IndexOf('(', StringComparison.Ordinal);
        var name = (open < 0 ? trimmed : trimmed[..open]).Trim();
        var body = open < 0 ? string.Empty : Body(trimmed.TrimEnd(), open);
        if (TextNormalization.All.FirstOrDefault(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } plain)
            return body.Length == 0 ? plain : throw Wrong(text, plain.Name, "it takes nothing in parentheses");
        if (!Known.TryGetValue(name, out var known))
            throw new TransformationSyntaxException($"'{text}' is no transformation. There are: {string.Join(", ", Forms)}.");
        try
        {
            return known.Read(body);
        }
        catch (TransformationSyntaxException problem)
        {
            throw Wrong(text, known.Form, problem.Message);
        }
    }

    private static TransformationSyntaxException Wrong(string text, string form, string problem) =>
        new($"'{text}' cannot be understood: {problem.TrimEnd('.')}. Write it as {form}.");

    private static string Body(string text, int open) => text.EndsWith(')')
        ? text[(open + 1)..^1]
        : throw new TransformationSyntaxException($"'{text}' has no closing parenthesis at its end.");

    private static TextPart ReadPart(string body)
    {
        var arguments = ArgumentReader.ReadAll(body);
        if (arguments.Count is < 1 or > 2)
            throw new TransformationSyntaxException("it takes a start, counted from 0, and perhaps a length");
        return new TextPart(Number(arguments[0]), arguments.Count == 2 ? Number(arguments[1]) : null);
    }

    private static TextReplacement ReadReplacement(string body)
    {
        var (find, by) = Two(body);
        return find.Length == 0 ? throw new TransformationSyntaxException("there is nothing to find") : new TextReplacement(find, by);
    }

    private static PatternReplacement ReadPattern(string body)
    {
        var (pattern, by) = Two(body);
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant);
        }
        catch (ArgumentException problem)
        {
            throw new TransformationSyntaxException(problem.Message);
        }

        return new PatternReplacement(pattern, by);
    }

    private static DateReading ReadDate(string body)
    {
        var form = ReadForm(body);
        return DateReading.Understands(form)
            ? new DateReading(form)
            : throw new TransformationSyntaxException("a date needs day, month and whole year");
    }

    private static string ReadForm(string body)
    {
        var form = One(body);
        try
        {
            _ = DateTime.UnixEpoch.ToString(form, CultureInfo.InvariantCulture);
            return form;
        }
        catch (FormatException)
        {
            throw new TransformationSyntaxException($"'{form}' is no form of dates");
        }
    }

    private static string One(string body) => ArgumentReader.ReadAll(body) is [{ Length: > 0 } only]
        ? only
        : throw new TransformationSyntaxException("it takes one text, in single quotes when it holds a comma");

    private static (string First, string Second) Two(string body) => ArgumentReader.ReadAll(body) is [var first, var second]
        ? (first, second)
        : throw new TransformationSyntaxException("it takes two texts, in single quotes when they hold a comma");

    private static int Number(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new TransformationSyntaxException($"'{text}' is no whole number from 0 on");
}
