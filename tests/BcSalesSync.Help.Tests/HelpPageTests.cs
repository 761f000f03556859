namespace BcSalesSync.Help.Tests;

public sealed class HelpPageTests
{
    private const string Text = """
        # Get-Thing

        Gets things,
        and `emits` them.

        - first
        - second

        ## See one

        ```powershell
        Get-Thing One
          | Out-Null
        ```

        It is there.

        ## Sign in

        ```powershell own-systems
        Get-Thing
        ```

        ## See also

        Set-Thing, about_Thing
        """;

    [Fact]
    public void A_paragraph_is_one_line_without_marks() =>
        Assert.Equal(["Gets things, and emits them.", "- first", "- second"], HelpPage.Parse("Get-Thing", Text).Description);

    [Fact]
    public void An_example_keeps_its_code_as_it_stands()
    {
        var example = HelpPage.Parse("Get-Thing", Text).Examples[0];

        Assert.Equal("See one", example.Title);
        Assert.Equal("Get-Thing One\n  | Out-Null", example.Code);
        Assert.Equal(["It is there."], example.Remarks);
    }

    [Fact]
    public void An_example_that_the_sandbox_cannot_run_says_so() =>
        Assert.Equal([HelpPage.OwnSystems], HelpPage.Parse("Get-Thing", Text).Examples[1].Remarks);

    [Fact]
    public void The_last_section_names_what_else_to_read() =>
        Assert.Equal(["Set-Thing", "about_Thing"], HelpPage.Parse("Get-Thing", Text).SeeAlso);

    [Fact]
    public void A_page_of_another_command_is_refused() => Assert.Throws<InvalidDataException>(() => HelpPage.Parse("Set-Thing", Text));

    [Fact]
    public void An_example_without_code_is_refused() =>
        Assert.Throws<InvalidDataException>(() => HelpPage.Parse("Get-Thing", "# Get-Thing\n\n## See one\n\nNothing."));

    [Fact]
    public void Code_of_an_unknown_kind_is_refused() => Assert.Throws<InvalidDataException>(
        () => HelpPage.Parse("Get-Thing", "# Get-Thing\n\n## See one\n\n```powershell tenant\nGet-Thing\n```\n"));

    [Fact]
    public void A_page_without_command_is_refused() => Assert.Throws<InvalidDataException>(
        () => CommandReader.Read(typeof(BcSalesSync.PowerShell.Commands.BcCommand).Assembly,
            [.. HelpPage.ReadAll(Path.Combine(WrittenHelp.ModuleSource, "help")), HelpPage.Parse("Get-Thing", Text)]));

    [Fact]
    public void A_command_without_page_is_refused() => Assert.Throws<InvalidDataException>(
        () => CommandReader.Read(typeof(BcSalesSync.PowerShell.Commands.BcCommand).Assembly, []));
}
