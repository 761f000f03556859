using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace BcSalesSync.Host.Tests.Running;

public sealed partial class UnitFileTests
{
    // Skipped where systemd is not there to say so.
    [Fact]
    public async Task The_unit_of_the_examples_is_one_that_systemd_understands()
    {
        var folder = Directory.CreateTempSubdirectory("bcsync-unit-");
        try
        {
            var unit = Path.Combine(folder.FullName, "bcsalessync.service");
            var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "bcsalessync.service"));
            await File.WriteAllTextAsync(unit, Program().Replace(text, "ExecStart=/bin/true"));
            using var verify = Process.Start(new ProcessStartInfo("systemd-analyze", ["verify", unit]) { RedirectStandardError = true })!;
            var complaints = await verify.StandardError.ReadToEndAsync();
            await verify.WaitForExitAsync();

            Assert.Equal((0, ""), (verify.ExitCode, complaints));
        }
        catch (Win32Exception)
        {
            // There is no systemd.
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The program is not installed where the unit looks for it.
    [GeneratedRegex("^ExecStart=\\S+", RegexOptions.Multiline)]
    private static partial Regex Program();
}
