namespace BcSalesSync.Endpoints.Tests.BusinessCentral;

/// <summary>$metadata of two small APIs.</summary>
internal static class SmallMetadata
{
    public const string Companion = """
        <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
        <Schema Namespace="Microsoft.NAV" xmlns="http://docs.oasis-open.org/odata/ns/edm">
        <EntityType Name="customer"><Key><PropertyRef Name="id"/></Key>
        <Property Name="id" Type="Edm.Guid" Nullable="false"/>
        <Property Name="number" Type="Edm.String" MaxLength="20"/>
        <Property Name="displayName" Type="Edm.String" MaxLength="100"/>
        <Property Name="type" Type="Microsoft.NAV.contactType"/>
        <Property Name="blocked" Type="Microsoft.NAV.customerBlocked"/>
        <Property Name="creditLimit" Type="Edm.Decimal" Scale="Variable"/>
        <Property Name="currencyCode" Type="Edm.String" MaxLength="10"/>
        <Property Name="paymentTermsId" Type="Edm.Guid"/>
        <Property Name="since" Type="Edm.Date"/>
        <Property Name="balance" Type="Edm.Decimal"><Annotation Term="Org.OData.Core.V1.Computed" Bool="true"/></Property>
        <Property Name="picture" Type="Edm.Stream"/>
        <Property Name="systemModifiedAt" Type="Edm.DateTimeOffset"/>
        <Property Name="systemRowVersion" Type="Edm.Int64"/>
        <NavigationProperty Name="contactsInformation" Type="Collection(Microsoft.NAV.contactInformation)"/>
        </EntityType>
        <EntityType Name="deletedRecord"><Key><PropertyRef Name="id"/></Key>
        <Property Name="id" Type="Edm.Guid" Nullable="false"/><Property Name="tableId" Type="Edm.Int32"/>
        <Property Name="recordSystemId" Type="Edm.Guid"/><Property Name="systemRowVersion" Type="Edm.Int64"/></EntityType>
        <EnumType Name="customerBlocked">
        <Member Name="_x0020_" Value="0"/><Member Name="Ship" Value="1"/><Member Name="All" Value="3"/></EnumType>
        <EnumType Name="contactType"><Member Name="Company" Value="0"/><Member Name="Person" Value="1"/></EnumType>
        <Annotations Target="Microsoft.NAV.customer/type"><Annotation Term="Microsoft.NAV.AllowEdit" Bool="false"/></Annotations>
        <EntityContainer Name="NAV"><EntitySet Name="customers" EntityType="Microsoft.NAV.customer"/>
        <EntitySet Name="deletedRecords" EntityType="Microsoft.NAV.deletedRecord"/></EntityContainer>
        </Schema></edmx:DataServices></edmx:Edmx>
        """;

    public const string Standard = """
        <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
        <Schema Namespace="Microsoft.NAV" xmlns="http://docs.oasis-open.org/odata/ns/edm">
        <EntityType Name="customer"><Key><PropertyRef Name="id"/></Key>
        <Property Name="id" Type="Edm.Guid" Nullable="false"/>
        <Property Name="number" Type="Edm.String" MaxLength="20"/>
        <Property Name="displayName" Type="Edm.String" MaxLength="100"/>
        <Property Name="currencyCode" Type="Edm.String" MaxLength="10"/>
        <Property Name="lastModifiedDateTime" Type="Edm.DateTimeOffset"/></EntityType>
        <EntityType Name="currency"><Key><PropertyRef Name="id"/></Key>
        <Property Name="id" Type="Edm.Guid" Nullable="false"/>
        <Property Name="code" Type="Edm.String" MaxLength="10"/>
        <Property Name="symbol" Type="Edm.String" MaxLength="10"/>
        <Property Name="lastModifiedDateTime" Type="Edm.DateTimeOffset"/></EntityType>
        <EntityContainer Name="NAV"><EntitySet Name="customers" EntityType="Microsoft.NAV.customer"/>
        <EntitySet Name="currencies" EntityType="Microsoft.NAV.currency"/></EntityContainer>
        </Schema></edmx:DataServices></edmx:Edmx>
        """;
}
