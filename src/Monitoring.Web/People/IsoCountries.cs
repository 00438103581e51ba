using System.Collections.Frozen;
using Monitoring.Data;

namespace Monitoring.Web.People;

/// <summary>ISO 3166-1: the codes that are given, and the names of the Americas' States for the form.</summary>
public static class IsoCountries
{
    private static readonly FrozenSet<string> Codes = """
        ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM BLR BLZ BMU
        BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA
        DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM
        GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT
        LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ
        MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF
        QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD
        TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB
        ZWE
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    private static readonly FrozenDictionary<string, (string En, string Es)> Names = new Dictionary<string, (string En, string Es)>
    {
        ["ARG"] = ("Argentina", "Argentina"),
        ["ATG"] = ("Antigua and Barbuda", "Antigua y Barbuda"),
        ["BHS"] = ("Bahamas", "Bahamas"),
        ["BLZ"] = ("Belize", "Belice"),
        ["BOL"] = ("Bolivia", "Bolivia"),
        ["BRA"] = ("Brazil", "Brasil"),
        ["BRB"] = ("Barbados", "Barbados"),
        ["CAN"] = ("Canada", "Canadá"),
        ["CHL"] = ("Chile", "Chile"),
        ["COL"] = ("Colombia", "Colombia"),
        ["CRI"] = ("Costa Rica", "Costa Rica"),
        ["CUB"] = ("Cuba", "Cuba"),
        ["DMA"] = ("Dominica", "Dominica"),
        ["DOM"] = ("Dominican Republic", "República Dominicana"),
        ["ECU"] = ("Ecuador", "Ecuador"),
        ["GRD"] = ("Grenada", "Granada"),
        ["GTM"] = ("Guatemala", "Guatemala"),
        ["GUY"] = ("Guyana", "Guyana"),
        ["HND"] = ("Honduras", "Honduras"),
        ["HTI"] = ("Haiti", "Haití"),
        ["JAM"] = ("Jamaica", "Jamaica"),
        ["KNA"] = ("Saint Kitts and Nevis", "San Cristóbal y Nieves"),
        ["LCA"] = ("Saint Lucia", "Santa Lucía"),
        ["MEX"] = ("Mexico", "México"),
        ["NIC"] = ("Nicaragua", "Nicaragua"),
        ["PAN"] = ("Panama", "Panamá"),
        ["PER"] = ("Peru", "Perú"),
        ["PRY"] = ("Paraguay", "Paraguay"),
        ["SLV"] = ("El Salvador", "El Salvador"),
        ["SUR"] = ("Suriname", "Surinam"),
        ["TTO"] = ("Trinidad and Tobago", "Trinidad y Tobago"),
        ["URY"] = ("Uruguay", "Uruguay"),
        ["USA"] = ("United States of America", "Estados Unidos de América"),
        ["VCT"] = ("Saint Vincent and the Grenadines", "San Vicente y las Granadinas"),
        ["VEN"] = ("Venezuela", "Venezuela"),
    }.ToFrozenDictionary();

    public static bool Has(CountryCode code) => Codes.Contains(code.Value);

    /// <summary>English and Spanish; null outside the Americas, where the names are typed.</summary>
    public static (string En, string Es)? NamesOf(CountryCode code) => Names.TryGetValue(code.Value, out var names) ? names : null;

    public static IEnumerable<string> Suggested => Names.Keys.Order(StringComparer.Ordinal);
}
