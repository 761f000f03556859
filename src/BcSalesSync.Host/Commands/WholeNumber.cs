using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace BcSalesSync.Host.Commands;

// A whole number on the command line, within limits.
internal static class WholeNumber
{
    public static Option<int> Option(string name, string description, int usual, int least, int most) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => usual,
        CustomParser = result => Read(result, name, result.Tokens[0].Value, least, most),
    };

    // What is wrong with it is an error of the command line.
    public static int Read(ArgumentResult result, string name, string text, int least, int most)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} takes a number from {least} to {most}."));
        return least;
    }
}
