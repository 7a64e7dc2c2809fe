namespace Playbooks.Language.Rules;

/// <summary>
/// The cultures that .NET knows with ICU, and on Windows. They are data, because a machine's own list depends on its ICU, and
/// .NET accepts any well-formed name besides: <c>xx-YY</c> would read numbers as no language writes them.
/// </summary>
internal static class KnownCultures
{
    private const string Data = """
        af af-NA af-ZA agq agq-CM ak ak-GH am am-ET ann ann-NG apc apc-SY ar ar-001 ar-AE ar-BH ar-DJ ar-DZ ar-EG ar-EH ar-ER ar-IL ar-IQ ar-JO
        ar-KM ar-KW ar-LB ar-LY ar-MA ar-MR ar-OM ar-PS ar-QA ar-SA ar-SD ar-SO ar-SS ar-SY ar-TD ar-TN ar-YE arn arn-CL as as-IN asa asa-TZ ast
        ast-ES az az-AZ az-Cyrl az-Cyrl-AZ az-Latn az-Latn-AZ ba ba-RU bal bal-Arab bal-Arab-PK bal-Latn bal-Latn-PK bas bas-CM be be-BY bem
        bem-ZM bew bew-ID bez bez-TZ bg bg-BG bgc bgc-IN bgn bgn-PK bho bho-IN blo blo-BJ blt blt-VN bm bm-ML bn bn-BD bn-IN bo bo-CN bo-IN br
        br-FR brx brx-IN bs bs-BA bs-Cyrl bs-Cyrl-BA bs-Latn bs-Latn-BA bss bss-CM byn byn-ER ca ca-AD ca-ES ca-ES-valencia ca-FR ca-IT cad
        cad-US cch cch-NG ccp ccp-BD ccp-IN ce ce-RU ceb ceb-PH cgg cgg-UG cho cho-US chr chr-Cher chr-Cher-US chr-US cic cic-US ckb ckb-IQ
        ckb-IR co co-FR cs cs-CZ csw csw-CA cu cu-RU cv cv-RU cy cy-GB da da-DK da-GL dav dav-KE de de-AT de-BE de-CH de-DE de-IT de-LI de-LU
        dje dje-NE doi doi-IN dsb dsb-DE dua dua-CM dv dv-MV dyo dyo-SN dz dz-BT ebu ebu-KE ee ee-GH ee-TG el el-CY el-GR en en-001 en-150 en-AE
        en-AG en-AI en-AS en-AT en-AU en-BB en-BE en-BI en-BM en-BS en-BW en-BZ en-CA en-CC en-CH en-CK en-CM en-CX en-CY en-CZ en-DE en-DG
        en-DK en-DM en-EE en-ER en-ES en-FI en-FJ en-FK en-FM en-FR en-GB en-GD en-GE en-GG en-GH en-GI en-GM en-GS en-GU en-GY en-HK en-HU
        en-ID en-IE en-IL en-IM en-IN en-IO en-IT en-JE en-JM en-JP en-KE en-KI en-KN en-KY en-LC en-LR en-LS en-LT en-LV en-MG en-MH en-MO
        en-MP en-MS en-MT en-MU en-MV en-MW en-MY en-NA en-NF en-NG en-NL en-NO en-NR en-NU en-NZ en-PG en-PH en-PK en-PL en-PN en-PR en-PT
        en-PW en-RO en-RW en-SB en-SC en-SD en-SE en-SG en-SH en-SI en-SK en-SL en-SS en-SX en-SZ en-TC en-TK en-TO en-TT en-TV en-TZ en-UA
        en-UG en-UM en-US en-US-POSIX en-VC en-VG en-VI en-VU en-WS en-ZA en-ZM en-ZW eo eo-001 es es-419 es-AR es-BO es-BR es-BZ es-CL es-CO
        es-CR es-CU es-DO es-EA es-EC es-ES es-GQ es-GT es-HN es-IC es-MX es-NI es-PA es-PE es-PH es-PR es-PY es-SV es-US es-UY es-VE et et-EE
        eu eu-ES ewo ewo-CM fa fa-AF fa-IR ff ff-Adlm ff-Adlm-BF ff-Adlm-CM ff-Adlm-GH ff-Adlm-GM ff-Adlm-GN ff-Adlm-GW ff-Adlm-LR ff-Adlm-MR
        ff-Adlm-NE ff-Adlm-NG ff-Adlm-SL ff-Adlm-SN ff-CM ff-GN ff-Latn ff-Latn-BF ff-Latn-CM ff-Latn-GH ff-Latn-GM ff-Latn-GN ff-Latn-GW
        ff-Latn-LR ff-Latn-MR ff-Latn-NE ff-Latn-NG ff-Latn-SL ff-Latn-SN ff-MR ff-SN fi fi-FI fil fil-PH fo fo-DK fo-FO fr fr-029 fr-BE fr-BF
        fr-BI fr-BJ fr-BL fr-CA fr-CD fr-CF fr-CG fr-CH fr-CI fr-CM fr-DJ fr-DZ fr-FR fr-GA fr-GF fr-GN fr-GP fr-GQ fr-HT fr-KM fr-LU fr-MA
        fr-MC fr-MF fr-MG fr-ML fr-MQ fr-MR fr-MU fr-NC fr-NE fr-PF fr-PM fr-RE fr-RW fr-SC fr-SN fr-SY fr-TD fr-TG fr-TN fr-VU fr-WF fr-YT frr
        frr-DE fur fur-IT fy fy-NL ga ga-GB ga-IE gaa gaa-GH gd gd-GB gez gez-ER gez-ET gl gl-ES gn gn-PY gsw gsw-CH gsw-FR gsw-LI gu gu-IN guz
        guz-KE gv gv-IM ha ha-GH ha-Latn ha-Latn-NG ha-NE ha-NG haw haw-US he he-IL hi hi-IN hi-Latn hi-Latn-IN hnj hnj-Hmnp hnj-Hmnp-US hr
        hr-BA hr-HR hsb hsb-DE hu hu-HU hy hy-AM ia ia-001 id id-ID ie ie-EE ig ig-NG ii ii-CN in in-ID io io-001 is is-IS it it-CH it-IT it-SM
        it-VA iu iu-CA iu-Cans iu-Cans-CA iu-Latn iu-Latn-CA iw iw-IL ja ja-JP jbo jbo-001 jgo jgo-CM jmc jmc-TZ jv jv-ID jv-Java jv-Java-ID
        jv-Latn jv-Latn-ID ka ka-GE kaa kaa-Cyrl kaa-Cyrl-UZ kaa-Latn kaa-Latn-UZ kab kab-DZ kaj kaj-NG kam kam-KE kcg kcg-NG kde kde-TZ kea
        kea-CV ken ken-CM kgp kgp-BR khq khq-ML ki ki-KE kk kk-KZ kkj kkj-CM kl kl-GL kln kln-KE km km-KH kn kn-IN ko ko-KP ko-KR kok kok-Deva
        kok-Deva-IN kok-IN kok-Latn kok-Latn-IN kpe kpe-GN kpe-LR ks ks-Arab ks-Arab-IN ks-Deva ks-Deva-IN ks-IN ksb ksb-TZ ksf ksf-CM ksh
        ksh-DE ku ku-Arab ku-Arab-IQ ku-Arab-IR ku-Latn ku-Latn-IQ ku-Latn-SY ku-Latn-TR ku-TR kw kw-GB kxv kxv-Deva kxv-Deva-IN kxv-Latn
        kxv-Latn-IN kxv-Orya kxv-Orya-IN kxv-Telu kxv-Telu-IN ky ky-KG la la-001 la-VA lag lag-TZ lb lb-LU lg lg-UG lij lij-IT lkt lkt-US lld
        lld-IT lmo lmo-IT ln ln-AO ln-CD ln-CF ln-CG lo lo-LA lrc lrc-IQ lrc-IR lt lt-LT ltg ltg-LV lu lu-CD luo luo-KE luy luy-KE lv lv-LV mai
        mai-IN mas mas-KE mas-TZ mdf mdf-RU mer mer-KE mfe mfe-MU mg mg-MG mgh mgh-MZ mgo mgo-CM mhn mhn-IT mi mi-NZ mic mic-CA mk mk-MK ml
        ml-IN mn mn-Cyrl mn-MN mn-Mong mn-Mong-CN mn-Mong-MN mni mni-Beng mni-Beng-IN mni-IN mo moh moh-CA mr mr-IN ms ms-BN ms-ID ms-MY ms-SG
        mt mt-MT mua mua-CM mus mus-US mww mww-Hmnp mww-Hmnp-US my my-MM myv myv-RU mzn mzn-IR naq naq-NA nb nb-NO nb-SJ nd nd-ZW ne ne-IN ne-NP
        nl nl-AW nl-BE nl-BQ nl-CW nl-NL nl-SR nl-SX nmg nmg-CM nn nn-NO nnh nnh-CM no no-NO nqo nqo-GN nr nr-ZA nso nso-ZA nus nus-SS nv nv-US
        ny ny-MW nyn nyn-UG oc oc-ES oc-FR om om-ET om-KE or or-IN os os-GE os-RU osa osa-US pa pa-Arab pa-Arab-PK pa-Guru pa-Guru-IN pa-IN
        pa-PK pap pap-AW pap-CW pcm pcm-NG pis pis-SB pl pl-PL prs prs-AF ps ps-AF ps-PK pt pt-AO pt-BR pt-CH pt-CV pt-GQ pt-GW pt-LU pt-MO
        pt-MZ pt-PT pt-ST pt-TL qu qu-BO qu-EC qu-PE quc quc-GT qut qut-GT quz quz-BO quz-EC quz-PE raj raj-IN rhg rhg-Rohg rhg-Rohg-BD
        rhg-Rohg-MM rif rif-MA rm rm-CH rn rn-BI ro ro-MD ro-RO rof rof-TZ ru ru-BY ru-KG ru-KZ ru-MD ru-RU ru-UA rw rw-RW rwk rwk-TZ sa sa-IN
        sah sah-RU saq saq-KE sat sat-IN sat-Olck sat-Olck-IN sbp sbp-TZ sc sc-IT sd sd-Arab sd-Arab-PK sd-Deva sd-Deva-IN sd-IN sd-PK sdh
        sdh-IQ sdh-IR se se-FI se-NO se-SE seh seh-MZ ses ses-ML sg sg-CF sgs sgs-LT sh sh-BA shi shi-Latn shi-Latn-MA shi-MA shi-Tfng
        shi-Tfng-MA shn shn-MM shn-TH si si-LK sid sid-ET sk sk-SK skr skr-PK sl sl-SI sma sma-NO sma-SE smj smj-NO smj-SE smn smn-FI sms sms-FI
        sn sn-Latn sn-Latn-ZW sn-ZW so so-DJ so-ET so-KE so-SO sq sq-AL sq-MK sq-XK sr sr-BA sr-Cyrl sr-Cyrl-BA sr-Cyrl-ME sr-Cyrl-RS sr-Cyrl-XK
        sr-Latn sr-Latn-BA sr-Latn-ME sr-Latn-RS sr-Latn-XK sr-ME sr-RS sr-XK ss ss-SZ ss-ZA ssy ssy-ER st st-LS st-ZA su su-ID su-Latn
        su-Latn-ID suz suz-Deva suz-Deva-NP suz-Sunu suz-Sunu-NP sv sv-AX sv-FI sv-SE sw sw-CD sw-KE sw-TZ sw-UG syr syr-IQ syr-SY szl szl-PL ta
        ta-IN ta-LK ta-MY ta-SG te te-IN teo teo-KE teo-UG tg tg-Cyrl tg-Cyrl-TJ tg-TJ th th-TH ti ti-ER ti-ET tig tig-ER tk tk-TM tl tl-PH tn
        tn-BW tn-ZA to to-TO tpi tpi-PG tr tr-CY tr-TR trv trv-TW trw trw-PK ts ts-ZA tt tt-RU twq twq-NE tyv tyv-RU tzm tzm-Arab tzm-Arab-MA
        tzm-Latn tzm-Latn-DZ tzm-MA tzm-Tfng tzm-Tfng-MA ug ug-CN uk uk-UA ur ur-IN ur-PK uz uz-AF uz-Arab uz-Arab-AF uz-Cyrl uz-Cyrl-UZ uz-Latn
        uz-Latn-UZ uz-UZ vai vai-LR vai-Latn vai-Latn-LR vai-Vaii vai-Vaii-LR ve ve-ZA vec vec-IT vi vi-VN vmw vmw-MZ vo vo-001 vun vun-TZ wa
        wa-BE wae wae-CH wal wal-ET wbp wbp-AU wo wo-SN xh xh-ZA xnr xnr-IN xog xog-UG yav yav-CM yi yi-001 yo yo-BJ yo-NG yrl yrl-BR yrl-CO
        yrl-VE yue yue-CN yue-HK yue-Hans yue-Hans-CN yue-Hant yue-Hant-HK za za-CN zgh zgh-MA zgh-Tfng zgh-Tfng-MA zh zh-CN zh-HK zh-Hans
        zh-Hans-CN zh-Hans-HK zh-Hans-MO zh-Hans-SG zh-Hant zh-Hant-HK zh-Hant-MO zh-Hant-TW zh-MO zh-SG zh-TW zu zu-ZA
        """;

    /// <summary>The names, in ordinal order of their languages.</summary>
    public static IReadOnlyList<string> Names { get; } = Data.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
