using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace BcSalesSync.Host.Commands;

// Makes options that the environment answers where the command line does not: --bc-url is BCSALESSYNC_BC_URL.
internal sealed class EnvironmentOptions(Func<string, string?> environment)
{
    private const string Prefix = "BCSALESSYNC_";
    private static readonly TimeSpan Most = TimeSpan.FromDays(1);

    public static string VariableOf(string option) => Prefix + option.TrimStart('-').Replace('-', '_').ToUpperInvariant();

    public Option<string?> Text(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description };
        if (Given(name) is { } text)
            option.DefaultValueFactory = _ => text;
        return option;
    }

    public Option<bool> Switch(string name, string description)
    {
        var option = new Option<bool>(name) { Description = description };
        if (Given(name) is { } text)
            option.DefaultValueFactory = result => Switched(result, name, text);
        return option;
    }

    public Option<double> Seconds(string name, string description, double usual, double least)
    {
        var given = Given(name);
        return new Option<double>(name)
        {
            Description = description,
            CustomParser = result => Number(result, name, result.Tokens[0].Value, least),
            DefaultValueFactory = result => given is null ? usual : Number(result, VariableOf(name), given, least),
        };
    }

    public Option<int> Number(string name, string description, int usual, int least, int most)
    {
        var given = Given(name);
        return new Option<int>(name)
        {
            Description = description,
            CustomParser = result => WholeNumber.Read(result, name, result.Tokens[0].Value, least, most),
            DefaultValueFactory = result => given is null ? usual : WholeNumber.Read(result, VariableOf(name), given, least, most),
        };
    }

    public Option<TimeSpan?> Duration(string name, string description)
    {
        var option = new Option<TimeSpan?>(name) { Description = description, CustomParser = result => Span(result, name, result.Tokens[0].Value) };
        if (Given(name) is { } text)
            option.DefaultValueFactory = result => Span(result, VariableOf(name), text);
        return option;
    }

    private string? Given(string name) => environment(VariableOf(name)) is { Length: > 0 } text ? text : null;

    private static bool Switched(ArgumentResult result, string name, string text)
    {
        if (text is "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase))
            return true;
        if (text is not "0" && !text.Equals("false", StringComparison.OrdinalIgnoreCase))
            result.AddError($"{VariableOf(name)} takes true or false.");
        return false;
    }

    private static double Number(ArgumentResult result, string name, string text, double least)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= Most.TotalSeconds)
            return number;
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} takes a number of seconds, at least {least}."));
        return least;
    }

    private static TimeSpan? Span(ArgumentResult result, string name, string text)
    {
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span > TimeSpan.Zero)
            return span;
        result.AddError($"{name} takes a time above zero, such as 00:50:00.");
        return null;
    }
}
