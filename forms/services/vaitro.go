package services

// VaiTro is who files, or who must act next.
type VaiTro string

// The roles. BHXH decides and never files.
const (
	DonVi        VaiTro = "don-vi"          // employer
	CaNhan       VaiTro = "ca-nhan"         // the person: worker, participant, beneficiary, patient
	ThanNhan     VaiTro = "than-nhan"       // relative of somebody who died, or who pays for the funeral
	Xa           VaiTro = "xa"              // commune authority
	CoSoKCB      VaiTro = "co-so-kcb"       // health facility
	DaiLy        VaiTro = "dai-ly"          // tổ chức hỗ trợ phát triển đối tượng, the collection agent
	NhaTruong    VaiTro = "nha-truong"      // school
	CoQuanQuanLy VaiTro = "co-quan-quan-ly" // body that manages people with health insurance only
	BHXH         VaiTro = "bhxh"            // the insurance agency
)

var vaiTroWords = map[VaiTro]string{
	DonVi: "đơn vị", CaNhan: "cá nhân", ThanNhan: "thân nhân", Xa: "UBND cấp xã", CoSoKCB: "cơ sở khám chữa bệnh",
	DaiLy: "tổ chức dịch vụ thu", NhaTruong: "nhà trường", CoQuanQuanLy: "cơ quan quản lý đối tượng", BHXH: "cơ quan BHXH",
}

// Say is the role in Vietnamese, in the middle of a sentence.
func (v VaiTro) Say() string { return vaiTroWords[v] }

// Kenh is the road by which a dossier reaches the agency.
type Kenh string

// The roads.
const (
	IVAN       Kenh = "i-van"        // an I-VAN, with the employer's or agent's signature
	Cong       Kenh = "cong"         // Cổng dịch vụ công, VNeID, VssID: the person files
	GiamDinh   Kenh = "giam-dinh"    // Cổng giám định BHYT of health facilities
	TaiNoiKham Kenh = "tai-noi-kham" // at the counter of the health facility
	BanGiay    Kenh = "ban-giay"     // paper, at the agency or by post
	QuaXa      Kenh = "qua-xa"       // through the commune authority
)

var kenhWords = map[Kenh]string{
	IVAN: "qua I-VAN", Cong: "qua Cổng dịch vụ công (VNeID, VssID)", GiamDinh: "qua Cổng giám định BHYT",
	TaiNoiKham: "tại nơi khám", BanGiay: "bằng bản giấy", QuaXa: "qua UBND cấp xã",
}

// Say is the road in Vietnamese, after a verb.
func (k Kenh) Say() string { return kenhWords[k] }
