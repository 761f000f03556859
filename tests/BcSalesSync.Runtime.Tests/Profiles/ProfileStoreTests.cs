using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Profiles;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Profiles;

/// <summary>Profiles are files of this user, and come back as they were saved.</summary>
public sealed class ProfileStoreTests : IDisposable
{
    private static readonly BcProfile Profile = new()
    {
        Name = "Production",
        BusinessCentralUrl = new Uri("https://bc.example/api/v2.0"),
        SalesUrl = new Uri("https://sales.example/"),
        Company = "CRONUS",
        SignIn = SignInMethod.Certificate,
        TenantId = "tenant",
        ClientId = "application",
        CertificateThumbprint = "00FF",
    };

    private readonly TemporaryFolder folder = new();

    private ProfileStore Store => new(folder.File("profiles"));

    [Fact]
    public async Task A_saved_profile_comes_back_whatever_the_case_of_its_name()
    {
        await Store.SaveAsync(Profile, default);

        Assert.Equal(Profile, await Store.GetAsync("production", default));
        Assert.Equal(["Production"], Store.Names);
    }

    [Fact]
    public async Task Saving_again_replaces_the_profile()
    {
        await Store.SaveAsync(Profile, default);
        await Store.SaveAsync(Profile with { Name = "PRODUCTION", Company = "Other" }, default);

        Assert.Equal("Other", (await Store.GetAsync(Assert.Single(Store.Names), default)).Company);
    }

    [Fact]
    public async Task Only_the_user_can_read_it()
    {
        await Store.SaveAsync(Profile, default);

        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.File("profiles/Production.json")));
    }

    [Theory]
    [InlineData("../other")]
    [InlineData("a/b")]
    [InlineData("")]
    public async Task A_name_that_leaves_the_folder_is_refused(string name)
    {
        var refused = await MappingSteps.RefusedAsync(() => Store.SaveAsync(Profile with { Name = name }, default));

        Assert.Equal("BcSync.Profile.InvalidName", refused.ErrorId);
    }

    [Fact]
    public async Task A_damaged_file_is_named()
    {
        await Store.SaveAsync(Profile, default);
        await File.WriteAllTextAsync(folder.File("profiles/Production.json"), """{"name":"Production","password":"x"}""");

        var refused = await MappingSteps.RefusedAsync(() => Store.GetAsync("Production", default));

        Assert.Equal("BcSync.Profile.Unreadable", refused.ErrorId);
        Assert.Contains("Production.json", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forgotten_profile_is_gone()
    {
        await Store.SaveAsync(Profile, default);
        await Store.RemoveAsync("production", default);

        Assert.Equal("BcSync.Profile.NotFound", (await MappingSteps.RefusedAsync(() => Store.GetAsync("Production", default))).ErrorId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("null")]
    [InlineData("[1]")]
    public async Task A_damaged_profile_can_be_forgotten(string content)
    {
        await Store.SaveAsync(Profile, default);
        await File.WriteAllTextAsync(folder.File("profiles/Production.json"), content);
        Assert.Equal("BcSync.Profile.Unreadable", (await MappingSteps.RefusedAsync(() => Store.GetAsync("Production", default))).ErrorId);

        await Store.RemoveAsync("Production", default);

        Assert.Empty(Store.Names);
    }

    [Fact]
    public async Task A_profile_that_may_not_be_removed_is_named()
    {
        await Store.SaveAsync(Profile, default);
        // Nothing is protected from an administrator on Unix.
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
            return;
        Protect(isProtected: true);
        try
        {
            var refused = await MappingSteps.RefusedAsync(() => Store.RemoveAsync("Production", default));

            Assert.Equal("BcSync.Profile.Protected", refused.ErrorId);
            Assert.Contains("Production.json", refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            Protect(isProtected: false);
        }
    }

    public void Dispose() => folder.Dispose();

    private void Protect(bool isProtected)
    {
        if (OperatingSystem.IsWindows())
            File.SetAttributes(folder.File("profiles/Production.json"), isProtected ? FileAttributes.ReadOnly : FileAttributes.Normal);
        else
            File.SetUnixFileMode(folder.File("profiles"), UnixFileMode.UserRead | UnixFileMode.UserExecute | (isProtected ? 0 : UnixFileMode.UserWrite));
    }
}
