using System.Management.Automation;
using System.Text.RegularExpressions;
using Architecture.Tests.Sources;

namespace Architecture.Tests.Cmdlets;

public sealed partial class CmdletConventionTests
{
    // How a command runs, not what it works on: a row of a file does not decide these. What proves who signs in never comes from a row.
    private static readonly string[] RunOptions =
    [
        "Connection", "Last", "TimeBudget", "AccessToken", "ClientSecret", "AdditionalClientSecret", "Certificate", "CertificatePassword",
        "BusinessCentralCredential", "StateConnectionString",
    ];

    [Fact]
    public void A_cmdlet_is_named_by_an_approved_verb_and_a_singular_noun() => Finding.None(CmdletClass.All
        .Where(cmdlet => !ApprovedVerbs.Has(cmdlet.Verb) || !NounPattern().IsMatch(cmdlet.Noun)).Select(cmdlet => cmdlet.Name));

    [Fact]
    public void A_class_is_named_after_its_cmdlet() => Finding.None(CmdletClass.All
        .Where(cmdlet => cmdlet.Type.Name != $"{cmdlet.Verb}{cmdlet.Noun}Command" || !cmdlet.Type.IsPublic).Select(cmdlet => cmdlet.Type.FullName));

    [Fact]
    public void A_cmdlet_says_what_it_emits() =>
        Finding.None(CmdletClass.All.Where(cmdlet => cmdlet.OutputTypes.Count == 0).Select(cmdlet => cmdlet.Name));

    [Fact]
    public void A_cmdlet_that_changes_something_can_be_asked_what_if() =>
        Finding.None(CmdletClass.All.Where(cmdlet => ApprovedVerbs.Changes(cmdlet.Verb) && !cmdlet.SupportsShouldProcess).Select(cmdlet => cmdlet.Name));

    [Fact]
    public void A_data_parameter_binds_by_property_name() => Finding.None(CmdletClass.All.SelectMany(cmdlet => cmdlet.Parameters)
        .Where(parameter => parameter.Property.PropertyType != typeof(SwitchParameter) && !RunOptions.Contains(parameter.Name))
        .Where(parameter => !parameter.BindsByPropertyName && !parameter.BindsPipelineObject)
        .Select(parameter => parameter.ToString()));

    // One value or a list of them: some commands take several at once.
    [Fact]
    public void A_parameter_name_has_one_type_everywhere() => Finding.None(CmdletClass.All.SelectMany(cmdlet => cmdlet.Parameters)
        .GroupBy(parameter => parameter.Name, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Select(parameter => OneOf(parameter.Property.PropertyType)).Distinct().Count() > 1)
        .Select(group => string.Join("; ", group.Select(parameter => $"{parameter}: {parameter.Property.PropertyType}"))));

    [Fact]
    public void The_manifest_exports_the_cmdlets_there_are()
    {
        var manifest = Repository.Files().SingleOrDefault(file => file.Path == "module/BcSalesSync.psd1")?.Text ?? "";
        var exported = CmdletName().Matches(ExportList().Match(manifest).Groups[1].Value).Select(match => match.Groups[1].Value);
        Assert.Equal(CmdletClass.All.Select(cmdlet => cmdlet.Name).Order(StringComparer.Ordinal), exported.Order(StringComparer.Ordinal));
    }

    private static Type OneOf(Type type) => type.GetElementType() ?? type;

    // "Status" is singular though it ends in s; statistics are one thing that has no singular.
    [GeneratedRegex(@"^Bc[A-Z]\w*(?:[^s]|ss|Status|Statistics)$")]
    private static partial Regex NounPattern();

    [GeneratedRegex(@"CmdletsToExport\s*=\s*@\(([^)]*)\)")]
    private static partial Regex ExportList();

    [GeneratedRegex(@"'([\w-]+)'")]
    private static partial Regex CmdletName();
}
