using System.Xml.Linq;
using Architecture.Tests.Sources;

namespace Architecture.Tests.Projects;

public sealed class DependencyTests
{
    public static TheoryData<string> Projects => [.. ProductAssemblies.MayKnow.Keys];

    [Fact]
    public void Every_project_under_src_has_its_place() => Assert.Equal(
        ProductAssemblies.MayKnow.Keys.Order(),
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(file => Path.GetFileNameWithoutExtension(file)["BcSalesSync.".Length..]).Order());

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_to_the_projects_below_it_only(string project) =>
        Finding.None(References(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path)["BcSalesSync.".Length..])
            .Except(ProductAssemblies.MayKnow[project]));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Compiled_code_uses_the_projects_below_it_only(string project) =>
        Finding.None(ProductAssemblies.KnownBy(project).Except(ProductAssemblies.MayKnow[project]));

    [Fact]
    public void The_contracts_need_no_package() => Finding.None(References("Contracts", "PackageReference"));

    [Theory]
    [InlineData("System.Net.Http")]
    [InlineData("System.Net.Requests")]
    [InlineData("System.Data.Common")]
    [InlineData("Microsoft.Data.Sqlite")]
    [InlineData("System.Management.Automation")]
    public void The_engine_knows_no_transport_no_database_and_no_shell(string assembly) =>
        Assert.DoesNotContain(ProductAssemblies.Load("Engine").GetReferencedAssemblies(), reference => reference.Name == assembly);

    [Fact]
    public void Only_the_PowerShell_project_knows_PowerShell() => Assert.All(
        ProductAssemblies.MayKnow.Keys.Except(["PowerShell"]),
        project => Assert.DoesNotContain(
            ProductAssemblies.Load(project).GetReferencedAssemblies(), reference => reference.Name == "System.Management.Automation"));

    private static IEnumerable<string> References(string project, string kind) =>
        XDocument.Load(Path.Combine(Repository.Root, "src", "BcSalesSync." + project, $"BcSalesSync.{project}.csproj"))
            .Descendants(kind).Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'));
}
