using System.Text.RegularExpressions;
using Architecture.Tests.Sources;

namespace Architecture.Tests.Cmdlets;

/// <summary>What errors tell people to type can be typed.</summary>
public sealed partial class NextStepTests
{
    [Fact]
    public void A_command_that_a_text_names_exists() => Finding.None(Named()
        .Where(step => !Cmdlets.ContainsKey(step.Cmdlet)).Select(step => $"{step.File}: {step.Cmdlet}"));

    [Fact]
    public void A_command_that_a_text_names_has_the_parameters_it_is_given() => Finding.None(Named()
        .Where(step => Cmdlets.ContainsKey(step.Cmdlet))
        .SelectMany(step => step.Parameters.Except(EveryCmdlet).Where(name => Cmdlets[step.Cmdlet].Parameters.All(parameter => parameter.Name != name))
            .Select(name => $"{step.File}: {step.Cmdlet} -{name}")));

    // PowerShell gives these to every cmdlet.
    private static string[] EveryCmdlet { get; } = ["Debug", "Verbose", "ErrorAction"];

    private static Dictionary<string, CmdletClass> Cmdlets { get; } = CmdletClass.All.ToDictionary(cmdlet => cmdlet.Name);

    private static IEnumerable<(string File, string Cmdlet, string[] Parameters)> Named() =>
        from file in Repository.Code
        where file.Path.StartsWith("src/", StringComparison.Ordinal)
        from line in file.Text.Split('\n')
        where !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
        from Match command in Command().Matches(line)
        select (file.Path, command.Groups["cmdlet"].Value, command.Groups["parameter"].Captures.Select(capture => capture.Value).ToArray());

    // A command with its parameters, whose values may be left out, quoted, or filled in when the text is made.
    [GeneratedRegex(@"(?<cmdlet>\b[A-Z][a-z]+-Bc[A-Z]\w+)(?: -(?<parameter>[A-Z]\w*)(?: (?:\{[^}]*\}|'[^']*'|<[^>]*>|[$\w]+(?= -)|\$\w+))?)*")]
    private static partial Regex Command();
}
