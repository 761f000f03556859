using System.Text;
using System.Text.Json.Nodes;

namespace BcSalesSync.Packing;

/// <summary>Writes the licences of the packages that are shipped: an index, and a folder with the texts.</summary>
internal static class ThirdPartyNotices
{
    private const string TextFolder = "licenses";

    internal static void Write(string folder, IEnumerable<ShippedPackage> packages, string restored)
    {
        string[] roots = [.. JsonNode.Parse(File.ReadAllText(restored))!["packageFolders"]!.AsObject().Select(root => root.Key)];
        var texts = Directory.CreateDirectory(Path.Combine(folder, TextFolder)).FullName;
        var index = new StringBuilder("BcSalesSync ships files of these packages, under their own licences.\n");
        foreach (var package in packages.OrderBy(package => package.Id, StringComparer.OrdinalIgnoreCase))
        {
            var home = roots.Select(root => Path.Combine(root, package.Path)).First(Directory.Exists);
            Describe(index, PackageLicence.Read(package, home), texts);
        }
        File.WriteAllText(Path.Combine(folder, "THIRD-PARTY-NOTICES.txt"), index.ToString());
    }

    private static void Describe(StringBuilder index, PackageLicence licence, string texts)
    {
        index.Append('\n').Append(licence.Package.Id).Append(' ').Append(licence.Package.Version).Append('\n');
        Add("Licence", licence.Expression ?? (licence.Texts.Count == 0 ? licence.LicenceUrl : null));
        Add("Copyright", licence.Copyright);
        Add("Project", licence.ProjectUrl);
        var own = licence.Texts.Select(text => CopyText(text, licence.Package, texts));
        foreach (var text in own.Concat(licence.BringsLicence ? [] : StandardTexts(licence.Expression, texts)))
            Add("Text", text);

        void Add(string name, string? value)
        {
            if (value is not null)
                index.Append("    ").Append((name + ":").PadRight(11)).Append(value.ReplaceLineEndings(" ")).Append('\n');
        }
    }

    private static string CopyText(string text, ShippedPackage package, string texts)
    {
        Directory.CreateDirectory(Path.Combine(texts, package.Id));
        var name = $"{package.Id}/{Path.GetFileName(text)}";
        File.Copy(text, Path.Combine(texts, name), overwrite: true);
        return $"{TextFolder}/{name}";
    }

    // An expression names licences that are the same for everybody; one of an unknown name is found at its address.
    private static IEnumerable<string> StandardTexts(string? expression, string texts)
    {
        foreach (var id in (expression ?? "").Split([' ', '(', ')'], StringSplitOptions.RemoveEmptyEntries))
        {
            using var text = typeof(ThirdPartyNotices).Assembly.GetManifestResourceStream(id);
            if (text is not null)
            {
                using var file = File.Create(Path.Combine(texts, id + ".txt"));
                text.CopyTo(file);
                yield return $"{TextFolder}/{id}.txt";
            }
            else if (id is not ("OR" or "AND" or "WITH"))
            {
                yield return $"https://spdx.org/licenses/{id}.html";
            }
        }
    }
}
