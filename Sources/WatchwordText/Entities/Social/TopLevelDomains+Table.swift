// Written by script/tld-table from twitter-text's list (Apache-2.0, docs/licences). Do not edit.

extension TopLevelDomains {
  /// The length in bytes of the longest domain.
  static let longest = 33

  /// The domains of a length in bytes, sorted and joined; empty where there is none.
  static func table(ofLength length: Int) -> StaticString {
    switch length {
    case 2:
      """
      acadaeafagaialamanaoaqarasatauawaxazbabbbdbebfbgbhbibjblbmbnbobqbrbsbtbvbwbybzcacccdcfcgchcickcl\
      cmcncocrcucvcwcxcyczdedjdkdmdodzeceeegehereseteufifjfkfmfofrgagbgdgegfggghgiglgmgngpgqgrgsgtgugw\
      gyhkhmhnhrhthuidieiliminioiqirisitjejmjojpkekgkhkikmknkpkrkwkykzlalblclilklrlsltlulvlymamcmdmemf\
      mgmhmkmlmmmnmompmqmrmsmtmumvmwmxmymznancnenfngninlnonpnrnunzompapepfpgphpkplpmpnprpsptpwpyqarero\
      rsrurwsasbscsdsesgshsisjskslsmsnsosrssstsusvsxsysztctdtftgthtjtktltmtntotptrtttvtwtzuaugukumusuy\
      uzvavcvevgvivnvuwfwsyeytzazmzw
      """
    case 3:
      """
      aaaabbabcacoadsaegaflaiganzaolappartawsaxabarbbcbbtbcgbcnbetbidbiobizbmsbmwbnlbomboobotboxbuybzh\
      cabcalcamcarcatcbacbncbscebceocfacfdcomcpacrscscdaddayddsdevdhldiydnpdogdotdtvdvreatecoeduesqeus\
      fanfitflyfoofoxfrlftrfunfyigalgapgaygdngeaglegmogmxgoogopgotgovhbohivhkthothowhtcibmiceicuifminc\
      inginkintistitviwcjcbjcpjiojlcjlljmpjnjjotjoykfhkiakimkpnkrdlatlawldsllcllplollplltdmanmapmbamcd\
      medmenmeomilmitmlbmlsmmamoemoimommovmsdmtnmtrnabnbanecnetnewnflngonhknownranrwnttnycobioffoneong\
      onloooorgottovhpaypetphdpidpinpncproprupubpwcqvcredrenrilrioriprunrwesapsassbisbsscascbsessewsex\
      sfrskiskysoysrlsrtstctabtaxtcitdktelthdtjxtoptrvtuitvsubsunouolupsvetvigvinvipwedwinwmewowwtcwtf\
      xinxxxxyzyouyunzip
      """
    case 4:
      """
      aarpableadacaeroaigoakdnallyamexarabarmyarpaarteasdaasiaaudiautobabybandbankbbvabeerbestbikebing\
      blogbluebofabondbookbuzzcafecallcampcarecarscasacasecashcbrecernchatciticityclubcoolcoopcyoudata\
      datedclkdealdelldesidietdishdocsdohaduckdunsdvagernifagefailfansfarmfastfiatfidofilmfirefishflir\
      foodfordfreefundgamegbizgentggeegiftgmbhgoldgolfgooggugeguruhairhaushdfchelpherehgtvhosthsbcicbc\
      ieeeimdbimmoinfoitaujavajeepjobsjprskddikiwikpmgkredlandlegolgbtlidllifelikelimolinkliveloanloft\
      loveltdaluxemaifmeetmememenuminimintmobimodamotomtpcnamenavynewsnextniconikeolloopenpageparspccw\
      picspingpinkplaypluspohlpornpostprodprofqponraidreadreitrentrestrichrmitroomrsvpruhrsafesalesapo\
      sarlsavesaxoscorscotseatseeksexyshawshiashopshowsilksinasiteskinsncfsohusongsonyspotstarsurftalk\
      taxiteamtechtevatiaatipstowntoystubevanavisavivavivovotevotowangweirwienwikiwineworkxboxyogazara\
      zerozoneελευбгеюрф
      """
    case 5:
      """
      actoradultaetnaamfamamicaapplearchiaudioautosazurebaidubeatsbiblebingoblackboatsbootsboschbuild\
      canoncardschasecheapchloeciscociticclickcloudcoachcodescrowncymrudaburdancedealsdeltadodgedrive\
      dubaiearthedekaemailepostepsonfaithfedexfinalforexforumgallogamesgiftsgivesgladeglassglobogmail\
      greengripegroupgucciguidehomeshondahorsehousehyattiinetikanointelirishivecojetztkoelnkyotolamer\
      leaselegallexuslillylindelipsylixilloanslocuslottelottolupinmacysmangomediamiamimoneymoparmovie\
      nadexnexusnikonninjanokianowtvomegaonionosakaparispartspartyphonephotopizzaplacepokerpraxipress\
      primepromoquestradiorehabreisericohrocksrodeorugbysalonsenersevensharpshellshoesskypeslingsmart\
      smilesolarspacesportstadastorestudystylesucksswisstatartirestiroltmalltodaytokyotoolstoraytotal\
      tourstradetrusttunestushuubankvegasvideovistavodkavolvowaleswatchweberweiboworksworldxeroxyahoo\
      zippo
      """
    case 6:
      """
      abarthabbottabbvieactiveafricaagencyairbusairtelalipayalsacealstomanquanaramcoauthorbayernbeauty\
      berlinbhartiblancobostikbostonbrokercameracareercaseihcasinocenterchanelchromechurchcircleclaims\
      cliniccoffeecomseccondoscouponcreditcruisedatingdatsundealerdegreedentaldesigndirectdoctordoosan\
      dunlopdupontdurbanemerckenergyestateeventsexpertfamilyflickrfutbolgallupgardengeorgegivingglobal\
      googlegratishealthhermeshiphophockeyhotelshughesimamatinsureintuitjaguarjoburgjuegoskaufenkinder\
      kindlekosherlancialatinolawyerlefraklivinglockerlondonluxurymadridmaisonmakeupmarketmattelmobile\
      mobilymonashmormonmoscowmuseummutualnagoyanaturanissannissaynortonnowruzofficeolayanonlineoracle\
      orangeotsukapfizerphotosphysiopiagetpictetquebecracingrealtyreisenrepairreportreviewrocherrogers\
      ryukyusafetysakurasanofischoolschulesearchsecureselectshoujisoccersocialstreamstudiosupplysuzuki\
      swatchsydneytaipeitaobaotargettattootennistiendatjmaxxtkmaxxtoyotatravelunicomviajesvikingvillas\
      virginvisionvotingvoyagevueloswalterwarmanwebcamxihuanxperiayachtsyandexzapposбелкоммкдмоноргрус\
      србукрқазհայקוםعربقطركوممصرგეコム世界中信中国中國企业佛山信息健康八卦公司公益台湾台灣商城商店商标嘉里在线大拿娱乐家電工行广东微博慈善手机手表招聘政务政府新闻时尚\
      書籍机构游戏澳門点看珠宝移动网址网店网站网络联通谷歌购物通販集团食品餐厅香港닷넷닷컴삼성한국
      """
    case 7:
      """
      abogadoacademyagakhanalibabaandroidathletaauctionaudibleauspostaviancabanamexbauhausbentley\
      bestbuybookingbrotherbugatticapitalcaravancareerscartierchannelcharitychintaicitadelclubmed\
      collegecolognecomcastcompanycomparecontactcookingcorsicacountrycouponscoursescricketcruises\
      dentistdigitaldomainsexposedexpressfarmersfashionferrariferrerofinancefishingfitnessflights\
      floristflowersforsalefrogansfujitsugallerygentinggodaddygroceryguitarshamburghangouthitachi\
      holidayhostinghoteleshotmailhyundaiiselectismailijewelryjuniperkitchenkomatsulacaixalancome\
      lanxesslasallelatrobeleclercliaisonlimitedlincolnmarketsmetlifemonsternetbanknetflixnetwork\
      neustarokinawaoldnavyorganicoriginspaneraiphilipspioneerpolitierealtorrecipesrentalsreviews\
      rexrothsamsungsandvikschmidtschwarzscienceshikshashriramsinglesspiegelstaplesstarhubstatoil\
      storagesupportsurgerysystemstemasektheatertheatreticketstiffanytoshibatradingwalmartwanggou\
      watchesweatherwebsiteweddingwhoswhowindowswinnersxfinityyamaxunyoutubezuerich
      """
    case 8:
      """
      abudhabiairforceallstateattorneybarclaysbarefootbargainsbaseballboutiquebradescobroadwaybrussels\
      budapestbuildersbusinesscapetowncateringcatholicchryslerciprianicityeatscleaningcliniqueclothing\
      commbankcomputerdeliverydeloittedemocratdiamondsdiscountdiscoverdownloadengineerericssonesurance\
      etisalateverbankexchangefeedbackfidelityfirmdaleflsmidthfootballfrontiergoodyeargraingergraphics\
      guardianhdfcbankhelsinkiholdingshospitalinfinitiipirangaistanbuljpmorganlightinglundbeckmarriott\
      maseratimckinseymemorialmerckmsdmortgagemovistarmutuelleobserverpartnerspharmacypicturesplumbing\
      propertyredstonereliancesaarlandsamsclubsecurityservicesshoppingshowtimesoftbanksoftwarestcgroup\
      suppliessymantectelecitytraininguconnectvanguardventuresverisignwoodsideyokohamaдетисайтبارتبيتك\
      تونسشبكةعراقعمانموقعڀارت
      """
    case 9:
      """
      accenturealfaromeoallfinanzamsterdamanalyticsaquarellebarcelonabloombergchristmascommunity\
      directoryeducationequipmentfairwindsfinancialfirestonefreseniusfrontdoorfujixeroxfurniture\
      goldpointgoodhandshisamitsuhomedepothomegoodshomesensehoneywellinstituteinsurancekuokgroup\
      ladbrokeslancasterlandroverlifestylemarketingmarshallsmcdonaldsmelbournemicrosoftmontblanc\
      panasonicpassagenspramericarichardliscjohnsonshangrilasolutionsstatebankstatefarmstockholm\
      travelersvacationsyodobashiकॉमनेटคอมไทยລາວみんなストアセール中文网天主教我爱你新加坡淡马锡诺基亚飞利浦
      """
    case 10:
      """
      accountantapartmentsassociatesbasketballbnpparibasboehringercapitaloneconsultingcreditcard\
      cuisinellaeurovisionextraspacefoundationhealthcareimmobilienindustriesmanagementmitsubishi\
      nationwidenewhollandnextdirectonyoursidepropertiesprotectionprudentialrealestaterepublican\
      restaurantschaefflerswiftcovertatamotorstechnologytelefonicauniversityvistaprintvlaanderen\
      volkswagenایرانبازاربھارتسودانسوريةهمراه
      """
    case 11:
      """
      accountantsbarclaycardblackfridayblockbusterbridgestonecalvinkleincontractorscreditunion\
      engineeringenterprisesfoodnetworkinvestmentskerryhotelslamborghinimotorcyclesolayangroup\
      photographyplaystationproductionsprogressiveredumbrellarightathomewilliamhill
      """
    case 12:
      """
      constructionlplfinancialpamperedchefscholarshipsversicherungмоскваонлайнابوظبيارامكوالاردنالمغرب\
      اماراتفلسطينمليسياभारतভারতভাৰতਭਾਰਤભારતଭାରତಭಾರತලංකාクラウドグーグルポイント大众汽车组织机构電訊盈科香格里拉
      """
    case 13:
      """
      internationallifeinsuranceorientexpressspreadbettingtravelchannelwolterskluwer
      """
    case 14:
      """
      afamilycompanyamericanfamilybananarepubliccancerresearchcookingchannelkerrylogistics\
      weatherchannelкатоликاتصالاتالبحرينالجزائرالعليانكاثوليكموبايليپاکستان
      """
    case 15:
      """
      americanexpresskerrypropertiessandvikcoromantभारोतसंगठनবাংলাభారత్ഭാരതം嘉里大酒店
      """
    case 16:
      """
      السعودية
      """
    case 17:
      """
      vermögensberater
      """
    case 18:
      """
      northwesternmutualtravelersinsurancevermögensberatungموريتانياभारतम्இலங்கைファッション
      """
    case 21:
      """
      இந்தியா
      """
    case 33:
      """
      சிங்கப்பூர்
      """
    default: ""
    }
  }
}
