namespace Architecture.Tests;

// Fails with everything that was found, each on its own line, so that one run of the tests shows all there is to put right.
internal static class Finding
{
    public static void None(IEnumerable<string?> findings)
    {
        var found = findings.ToList();
        if (found.Count > 0)
            Assert.Fail(string.Join(Environment.NewLine, found.Prepend($"{found.Count} found:")));
    }
}
