package sandbox

import "time"

// The kinds of package (GoiTin.loaiGoi).
const (
	HSNV       = "HSNV"       // an ordinary dossier: BHXHDienTu.xml
	HSDK       = "HSDK"       // the use of an I-VAN: 04, 05, 06-IVAN
	HSDKLanDau = "HSDKLanDau" // first registration of a unit without a code
)

// Submission is one accepted package.
type Submission struct {
	Khoa       string          `json:"khoa"`
	SHA256     string          `json:"sha256"`
	DoDai      int             `json:"doDai"`
	MaGiaoDich string          `json:"maGiaoDich"`
	ThoiGian   time.Time       `json:"thoiGian"`
	SoHoSo     string          `json:"soHoSo"` // shown from step 2 on
	LoaiGoi    string          `json:"loaiGoi,omitempty"`
	TenFile    string          `json:"tenFile,omitempty"`
	MaIVAN     string          `json:"maIVAN"`
	MaThuTuc   string          `json:"maThuTuc"`
	TenThuTuc  string          `json:"tenThuTuc"`
	KyKeKhai   string          `json:"kyKeKhai"`
	TenDonVi   string          `json:"tenDonVi"`
	MaDonVi    string          `json:"maDonVi"` // empty in a first registration
	MaSoThue   string          `json:"maSoThue"`
	CoQuan     string          `json:"coQuan"`
	Email      string          `json:"email,omitempty"` // of a registration
	Tep        []SubmittedFile `json:"tep"`
	CanhBao    []Finding       `json:"canhBao,omitempty"`
	DangKy     *UseNotice      `json:"dangKy,omitempty"` // what a 04, 05, 06-IVAN says
	Steps      Steps           `json:"buoc"`

	State    `json:"-"`
	SoLanLap int `json:"-"` // times the same package came again
}

// State is where a package stands. It is all that changes about it.
type State struct {
	TraLai []Finding `json:"traLai,omitempty"` // why it is, or will be at step 3, returned
	XetLuc time.Time `json:"xetLuc,omitzero"`  // step 3 reached, the register asked
	// XongLuc is when it was closed: returned if there is a TraLai, else with a result.
	XongLuc  time.Time     `json:"xongLuc,omitzero"`
	NguoiXet string        `json:"nguoiXet,omitempty"` // who closed it, in words
	Hen      *Appointment  `json:"hen,omitempty"`
	XacNhan  *Confirmation `json:"xacNhan,omitempty"` // only of a first registration
	Cap      []Granted     `json:"cap,omitempty"`
}

// Appointment is a return that lies ahead: an officer's, drawn by lot when the
// package was accepted.
type Appointment struct {
	Sau  time.Duration `json:"sau"` // counted as Steps are
	LyDo Finding       `json:"lyDo"`
}

// Confirmation is the code that was sent to the address in a first registration.
type Confirmation struct {
	Ma  string    `json:"ma"`
	Sai int       `json:"sai,omitempty"`   // wrong answers to this code
	Luc time.Time `json:"luc,omitzero"`    // confirmed
	Gui time.Time `json:"guiLuc,omitzero"` // when the code was sent
}

// Granted is a number that the register gave: a unit's code, or somebody's.
type Granted struct {
	Ma    string `json:"ma"`
	HoTen string `json:"hoTen,omitempty"`
	Dong  string `json:"dong,omitempty"` // STT of the row
}

// start is the moment from which Steps are counted.
func (s *Submission) start() time.Time {
	if s.XacNhan != nil {
		return s.XacNhan.Luc
	}
	return s.ThoiGian
}

// waiting says that a first registration waits for its code.
func (s *Submission) waiting() bool { return s.XacNhan != nil && s.XacNhan.Luc.IsZero() }

func (s *Submission) closed() bool { return !s.XongLuc.IsZero() }

// returned says that it came to a return, not only that one lies ahead.
func (s *Submission) returned() bool { return s.closed() && len(s.TraLai) > 0 }

// kind is the kind of package; those of programs before 0.3 were all ordinary.
func (s *Submission) kind() string {
	if s.LoaiGoi == "" {
		return HSNV
	}
	return s.LoaiGoi
}

// SubmittedFile is one file of an accepted dossier.
type SubmittedFile struct {
	TenFile  string `json:"tenFile"`
	MaToKhai string `json:"maToKhai"`
	DoDai    int    `json:"doDai"`
}

// Refusal is one package that was not accepted.
type Refusal struct {
	Khoa     string    `json:"khoa"`
	ThoiGian time.Time `json:"thoiGian"`
	TenDonVi string    `json:"tenDonVi,omitempty"`
	MaThuTuc string    `json:"maThuTuc,omitempty"`
	Loi      []Finding `json:"loi"`
}
