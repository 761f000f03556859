namespace BcSalesSync.Contracts;

/// <summary>How a connection signs in to both systems (spec/wire-bc.md 1.2, spec/wire-dataverse.md 1).</summary>
public enum SignInMethod
{
    /// <summary>As an application, with a secret.</summary>
    ClientSecret,

    /// <summary>As an application, with a certificate.</summary>
    Certificate,

    /// <summary>As the identity that Azure gives to the machine, account or function.</summary>
    ManagedIdentity,

    /// <summary>As a user, who types a code in a browser on any machine.</summary>
    DeviceCode,

    /// <summary>As a user, in a browser on this machine.</summary>
    Interactive,
}
