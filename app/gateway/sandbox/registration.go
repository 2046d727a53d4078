package sandbox

import (
	"crypto/rand"
	"fmt"
	"math/big"
	"regexp"
	"time"
)

// The files of the packages that are no ordinary dossier.
const (
	fileDK    = "04_DK-IVAN.xml"
	fileSD    = "05_SD-IVAN.xml"
	fileNG    = "06_NG-IVAN.xml"
	fileFirst = "HSDK-LanDau.xml"
)

// fileNames are the names that a kind of package may have.
var fileNames = map[string][]string{
	HSNV: {envelopeName}, HSDK: {fileDK, fileSD, fileNG}, HSDKLanDau: {fileFirst},
}

// useTitles say what a notice about the use of an I-VAN does.
var useTitles = map[string]string{
	fileDK: "Đăng ký sử dụng dịch vụ I-VAN (04/ĐK-IVAN)",
	fileSD: "Thay đổi thông tin sử dụng dịch vụ I-VAN (05/SĐ-IVAN)",
	fileNG: "Ngừng sử dụng dịch vụ I-VAN (06/NG-IVAN)",
}

// practiceAgency is the agency of packages that name none, as 04/ĐK-IVAN does not.
const practiceAgency = "99999"

// UseNotice is what a 04, 05 or 06-IVAN says.
type UseNotice struct {
	TenDonVi  string   `json:"tenDonVi"`
	DiaChi    string   `json:"diaChi,omitempty"`
	Email     string   `json:"email,omitempty"`
	DienThoai string   `json:"dienThoai,omitempty"`
	ChungThu  []string `json:"chungThu,omitempty"`
	NgayNgung string   `json:"ngayNgung,omitempty"` // 2026-11-30
}

var (
	anyDay     = regexp.MustCompile(`^[0-9]{2}/[0-9]{2}/[0-9]{4}$`)
	someMail   = regexp.MustCompile(`^[^@\s]+@[^@\s]+$`)
	taxInWords = regexp.MustCompile(`MST:([0-9]{10}(?:-?[0-9]{3})?)`)
)

var firstLeaves = []leaf{
	{name: "TenCoQuan", max: 255}, {name: "MaCoQuan", max: 5, shape: agencyCode, like: "07906"},
	{name: "LoaiDoiTuong", max: 2, shape: digits, like: "1"}, {name: "TenDoiTuong", max: 255},
	{name: "MaSoThue", max: 14, shape: taxCode, like: "0100109106"}, {name: "DienThoai", max: 20},
	{name: "Email", max: 100, shape: someMail, like: "donvi@example.vn"}, {name: "NguoiLienHe", max: 100},
	{name: "DiaChi", max: 500}, {name: "DiaChiLienHe", max: 500}, {name: "DienThoaiLienHe", max: 20},
	{name: "NgayLap", max: 10}, {name: "NgayDangKy", max: 10}, {name: "MaIVan", max: 5}, {name: "TenIVan", max: 200},
	{name: "PTNhanKetQua", max: 9, shape: digits, like: "1"},
}

// readFirst reads a first registration; its values stand under the names that an
// ordinary dossier has for them.
func readFirst(b []byte, lenient bool, l *faultList) *envelope {
	r, root := openRoot(fileFirst, "Hoso", b, lenient, l)
	if root == nil {
		return nil
	}
	env := &envelope{name: fileFirst, values: map[string]string{}}
	top := r.kids(root, "NoiDung", "CKy_Dvi")
	r.signature(top["CKy_Dvi"], env)
	found := r.kids(top["NoiDung"], append(leafNames(firstLeaves), "ToKhais")...)
	if top["NoiDung"] != nil {
		for _, f := range firstLeaves {
			env.values[f.name] = r.leaf(found[f.name], f, f.name)
		}
		if t := found["ToKhais"]; t != nil {
			r.files(t, env)
		} else {
			l.add("E-XML-02", fileFirst, "ToKhais", "ToKhais: phải có khi đăng ký lần đầu")
		}
	}
	env.values["MaIVAN"], env.values["CoQuanQuanLy"] = env.values["MaIVan"], env.values["MaCoQuan"]
	env.values["TenThuTuc"] = "Đăng ký lần đầu của đơn vị chưa có mã"
	env.values["SoLuongFile"] = fmt.Sprint(len(env.files)) // this layout does not count them
	return env
}

var useLeaves = []leaf{
	{name: "DIADIEM", max: 100, may: true}, {name: "NGAY_LAP", max: 10, shape: anyDay, like: "22/11/2026"},
	{name: "TEN_DVI", max: 255}, {name: "MA_DVI", max: 20, shape: unitCode, like: "YN0001A"},
	{name: "DIACHI_LHE", max: 500, may: true}, {name: "EMAIL", max: 100, may: true}, {name: "DIEN_THOAI", max: 20, may: true},
	{name: "TEN_THUTUC", max: 500, may: true}, {name: "TEN_IVAN", max: 200},
}

var stopLeaves = []leaf{{name: "NGAY_NGUNG", max: 10, shape: anyDay, like: "30/11/2026"}, {name: "LYDO_NGUNG", max: 500}}

// useRoot is the root of the notices in the layout that is known. The one of 2024
// has the root Hoso; nobody has published what is in it.
const useRoot = "BHXH"

// readUse reads a 04, 05 or 06-IVAN in the layout of Quyết định 08/2015/QĐ-TTg, the
// only one that is known.
func readUse(name string, b []byte, lenient bool, l *faultList) *envelope {
	r, root := openRoot(name, useRoot, b, lenient, l)
	if root == nil {
		return nil
	}
	env := &envelope{name: name, values: map[string]string{}, use: &UseNotice{}}
	top := r.kids(root, "DKI_BHXH", "CKYDTU_DVI", "CKYDTU_IVAN")
	r.signature(top["CKYDTU_DVI"], env)
	body := r.kids(top["DKI_BHXH"], "TTDVI", "TTCKY_DVI")
	leaves := useLeaves
	if name == fileNG {
		leaves = append(leaves[:len(leaves):len(leaves)], stopLeaves...)
	}
	if body["TTDVI"] == nil {
		l.add("E-XML-02", name, "DKI_BHXH/TTDVI", "TTDVI: phải có thông tin đơn vị")
		return env
	}
	found := r.kids(body["TTDVI"], leafNames(leaves)...)
	v := map[string]string{}
	for _, f := range leaves {
		v[f.name] = r.leaf(found[f.name], f, "TTDVI/"+f.name)
	}
	*env.use = UseNotice{TenDonVi: v["TEN_DVI"], DiaChi: v["DIACHI_LHE"], Email: v["EMAIL"], DienThoai: v["DIEN_THOAI"]}
	if at, err := time.ParseInLocation("02/01/2006", v["NGAY_NGUNG"], ict); err == nil {
		env.use.NgayNgung = at.Format(time.DateOnly)
	}
	r.certificates(body["TTCKY_DVI"], env)
	env.values["TenDoiTuong"], env.values["MaSoBHXH"], env.values["NgayLap"] = v["TEN_DVI"], v["MA_DVI"], v["NGAY_LAP"]
	env.values["TenThuTuc"], env.values["CoQuanQuanLy"] = useTitles[name], practiceAgency
	return env
}

// certificates reads TTCKY_DVI/TTCKY.
func (r reader) certificates(e *elem, env *envelope) {
	if e == nil {
		return
	}
	for _, k := range e.kids {
		if k.name != "TTCKY" {
			r.l.add("E-XML-02", r.name, "TTCKY_DVI", "TTCKY_DVI: phần tử %s không có trong khuôn dạng (dòng %d); bỏ phần tử này", cut(k.name, 60), k.line)
			continue
		}
		found := r.kids(k, "SERIAL", "SUBJECT", "BEGIN", "END")
		if s := r.leaf(found["SERIAL"], leaf{name: "SERIAL", max: 64}, "TTCKY/SERIAL"); s != "" {
			env.use.ChungThu = append(env.use.ChungThu, s)
		}
		if found["SUBJECT"] != nil {
			if m := taxInWords.FindStringSubmatch(found["SUBJECT"].text); m != nil && env.values["MaSoThue"] == "" {
				env.values["MaSoThue"] = m[1]
			}
		}
	}
}

// freshConfirmation is the code of a first registration. A real agency sends it by
// e-mail; here the page shows it.
func freshConfirmation(now time.Time) *Confirmation {
	n, err := rand.Int(rand.Reader, big.NewInt(1_000_000))
	if err != nil { // never fails since Go 1.24
		panic("sandbox: " + err.Error())
	}
	return &Confirmation{Ma: fmt.Sprintf("%06d", n), Gui: now}
}
