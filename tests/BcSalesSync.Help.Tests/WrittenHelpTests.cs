using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace BcSalesSync.Help.Tests;

public sealed partial class WrittenHelpTests
{
    private const int FewestExamples = 2;

    [Fact]
    public void Every_exported_command_has_help() => Assert.Equal(
        CommandName().Matches(Exports().Match(File.ReadAllText(Path.Combine(WrittenHelp.ModuleSource, "BcSalesSync.psd1"))).Value)
            .Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal),
        WrittenHelp.Commands.Select(WrittenHelp.NameOf));

    [Fact]
    public void Every_command_has_a_synopsis() => Assert.Empty(
        WrittenHelp.Commands.Where(command => WrittenHelp.TextOf(command.Element(WrittenHelp.Command + "details")!).Length == 0).Select(WrittenHelp.NameOf));

    [Fact]
    public void Every_command_has_a_description() =>
        Assert.Empty(WrittenHelp.Commands.Where(command => WrittenHelp.TextOf(command).Length == 0).Select(WrittenHelp.NameOf));

    [Fact]
    public void Every_command_has_two_examples_at_least() => Assert.Empty(
        WrittenHelp.Commands.Where(command => command.Descendants(WrittenHelp.Command + "example").Count() < FewestExamples).Select(WrittenHelp.NameOf));

    [Fact]
    public void Every_example_types_its_command() => Assert.Empty(
        from command in WrittenHelp.Commands
        from example in command.Descendants(WrittenHelp.Command + "example")
        where !example.Element(WrittenHelp.Dev + "code")!.Value.Contains(WrittenHelp.NameOf(command), StringComparison.Ordinal)
        select $"{WrittenHelp.NameOf(command)}: {example.Element(WrittenHelp.Maml + "title")!.Value}");

    [Fact]
    public void Every_parameter_is_described() => Assert.Empty(
        from command in WrittenHelp.Commands
        from parameter in WrittenHelp.ParametersOf(command)
        where WrittenHelp.TextOf(parameter).Length == 0
        select $"{WrittenHelp.NameOf(command)} -{parameter.Element(WrittenHelp.Maml + "name")!.Value}");

    [Fact]
    public void Every_value_of_a_choice_is_described() => Assert.Empty(
        from command in WrittenHelp.Commands
        from parameter in WrittenHelp.ParametersOf(command)
        from line in WrittenHelp.TextOf(parameter).Split('\n')
        where line.StartsWith("- ", StringComparison.Ordinal) && line.EndsWith(": ", StringComparison.Ordinal)
        select $"{WrittenHelp.NameOf(command)} {line}");

    [Fact]
    public void No_text_refers_to_documents_that_readers_do_not_have() =>
        Assert.Empty(WrittenHelp.Commands.Where(command => command.Value.Contains("spec/", StringComparison.Ordinal)).Select(WrittenHelp.NameOf));

    [Fact]
    public void An_inherited_parameter_is_described_where_it_is_declared() =>
        Assert.Contains("current one", WrittenHelp.TextOf(WrittenHelp.Parameter("Get-BcSyncStatus", "Connection")), StringComparison.Ordinal);

    [Fact]
    public void A_choice_lists_its_values_with_their_meaning() => Assert.Contains(
        "- ToSales: From Business Central to Sales.", WrittenHelp.TextOf(WrittenHelp.Parameter("Invoke-BcSyncNow", "Direction")), StringComparison.Ordinal);

    [Fact]
    public void A_syntax_holds_the_parameters_of_its_set_only()
    {
        var sandbox = WrittenHelp.Of("Connect-BcSync").Descendants(WrittenHelp.Command + "syntaxItem")
            .Single(item => Names(item).Contains("Sandbox"));

        Assert.Equal(["Sandbox", "SandboxPath", "Seed", "StatePath", "StateConnectionString", "WhatIf", "Confirm"], Names(sandbox));
    }

    [Fact]
    public void A_command_that_only_looks_takes_no_WhatIf() =>
        Assert.DoesNotContain("WhatIf", Names(WrittenHelp.Of("Get-BcCoupling").Element(WrittenHelp.Command + "parameters")!));

    private static IEnumerable<string> Names(XElement list) =>
        list.Elements(WrittenHelp.Command + "parameter").Select(parameter => parameter.Element(WrittenHelp.Maml + "name")!.Value);

    [GeneratedRegex(@"CmdletsToExport\s*=\s*@\([^)]*\)")]
    private static partial Regex Exports();

    [GeneratedRegex(@"'([\w-]+)'")]
    private static partial Regex CommandName();
}
