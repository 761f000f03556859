using System.Xml.Linq;

namespace BcSalesSync.Packing;

/// <summary>What a package says about who may use it how.</summary>
internal sealed record PackageLicence
{
    private static readonly string[] TextNames = ["LICENSE", "LICENCE", "NOTICE", "COPYING", "THIRD-PARTY-NOTICES", "THIRDPARTYNOTICES"];

    internal required ShippedPackage Package { get; init; }

    /// <summary>Expression such as MIT; null when the package brings its own text instead.</summary>
    internal string? Expression { get; init; }

    internal string? Copyright { get; init; }

    internal string? ProjectUrl { get; init; }

    /// <summary>Address of the licence, for packages that name nothing else.</summary>
    internal string? LicenceUrl { get; init; }

    /// <summary>Files with licences and notices that the package brings.</summary>
    internal IReadOnlyList<string> Texts { get; init; } = [];

    internal bool BringsLicence => Texts.Any(text => Path.GetFileName(text).StartsWith("LICEN", StringComparison.OrdinalIgnoreCase));

    internal static PackageLicence Read(ShippedPackage package, string folder)
    {
        var specification = XDocument.Load(Directory.EnumerateFiles(folder, "*.nuspec").Single());
        string? Value(string name) => specification.Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim();
        var isExpression = specification.Descendants().Any(e => e.Name.LocalName == "license" && (string?)e.Attribute("type") == "expression");
        return new PackageLicence
        {
            Package = package,
            Expression = isExpression ? Value("license") : null,
            Copyright = Value("copyright"),
            ProjectUrl = Value("projectUrl"),
            LicenceUrl = Value("licenseUrl"),
            Texts = [.. Directory.EnumerateFiles(folder).Where(file => IsText(file) || Path.GetFileName(file) == Value("license")).Order(StringComparer.Ordinal)],
        };
    }

    private static bool IsText(string file) => TextNames.Contains(Path.GetFileNameWithoutExtension(file), StringComparer.OrdinalIgnoreCase);
}
