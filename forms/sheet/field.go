package sheet

import "strings"

// Names of the facts a column can hold; those with a dot are parts.
const (
	fSTT        = "stt"
	fMaNV       = "maNV"
	fHoTen      = "hoTen"
	fHoDem      = "hoDem" // họ và tên đệm, where tên has a column of its own
	fTen        = "ten"
	fMaSo       = "maSoBHXH"
	fCCCD       = "soCCCD"
	fNgaySinh   = "ngaySinh"
	fGioiTinh   = "gioiTinh"
	fNu         = "nu"           // a column «Nữ» with a cross
	fSinhNam    = "ngaySinh.nam" // the date of birth stands under «Nam» or under «Nữ»
	fSinhNu     = "ngaySinh.nu"
	fQuocTich   = "quocTich"
	fDanToc     = "danToc"
	fDienThoai  = "dienThoai"
	fEmail      = "email"
	fPhongBan   = "phongBan"
	fChucDanh   = "chucDanh"
	fNoiLamViec = "noiLamViec"
	fDiaChi     = "diaChi"
	fMaXa       = "maXa"
	fMaTinh     = "maTinh"
	fMaKCB      = "maKCB"
	fTinhKCB    = "maTinhKCB" // the province where maKCB is only the number within it
	fVung       = "vung"
	fSoHD       = "hopDong.so"
	fNgayKy     = "hopDong.ngayKy"
	fLoaiHD     = "hopDong.loai"
	fTuHD       = "hopDong.tu"
	fDenHD      = "hopDong.den"
	fTuKXD      = "hopDong.khongXacDinh.tu" // the columns that say the kind by which of them is filled
	fTuXD       = "hopDong.xacDinh.tu"
	fDenXD      = "hopDong.xacDinh.den"
	fTuKhac     = "hopDong.khac.tu"
	fDenKhac    = "hopDong.khac.den"
	fMucLuong   = "luong.mucLuong"
	fPhuCap     = "luong.phuCap"
	fPhuCap2    = "luong.phuCap2" // further columns of the same
	fPhuCap3    = "luong.phuCap3"
	fBoSung     = "luong.boSung"
	fHeSo       = "luong.heSo"
	fPhuCapCV   = "luong.phuCapCV"
	fTNVK       = "luong.tnvk"
	fTNNghe     = "luong.tnNghe"
	fBaoLuu     = "luong.baoLuu"
	fNgayCong   = "ngayCong"
	fKhongLuong = "khongLuong"
	fPhuongAn   = "phuongAn"
	fTuThang    = "tuThang"
	fDenThang   = "denThang"
	fGhiChu     = "ghiChu"
	fNghiViec   = "ngayNghiViec"
	fNgayCham   = "ngayCham" // a day of the timesheet; many columns
	fBoQua      = "boQua"    // known, and not needed
)

// field is a fact and the heads it goes by, folded. The first heads are the
// plainest; a head after a bar fits, but a better one may stand beside it.
type field struct {
	name, label string
	heads, also string // separated by semicolons
}

var fields = []field{
	{fSTT, "Số thứ tự", "stt;so tt;tt;so thu tu;no", ""},
	{fMaNV, "Mã nhân viên", "ma nv;ma nhan vien;ma so nhan vien;msnv;ma nld;ma so nv;ma cong nhan;ma cbnv;ma cnv;ma so;ma the;employee id;employee code;employee no;staff id;manv", "so the"},
	{fHoTen, "Họ và tên", "ho va ten;ho ten;ho va ten nguoi lao dong;ho ten nguoi lao dong;ho va ten nld;ho ten nld;ho ten nhan vien;ho va ten nhan vien;ho va ten cnv;ho ten cnv;ten nhan vien;ten nv;ten nguoi lao dong;full name;employee name", ""},
	{fHoDem, "Họ và tên đệm", "ho dem;ho va ten dem;ho va dem;ho lot;ho va chu dem;ho ten dem;ho", "ho va"},
	{fTen, "Tên", "ten", ""},
	{fMaSo, "Mã số BHXH", "ma so bhxh;ma bhxh;ma so bao hiem xa hoi;ma so bhxh nld;si no;si number;social insurance no;social insurance number;social insurance code", "so bhxh;so so bhxh;so so bh;so bh;so so bao hiem xa hoi;so so;so the bhxh"},
	{fCCCD, "Số CCCD", "so cccd;cccd;can cuoc cong dan;so can cuoc cong dan;so can cuoc;can cuoc;so ddcn;so dinh danh ca nhan;ddcn cccd;so ddcn cccd;so ddcn cccd ho chieu;so cmnd cccd ho chieu;so cccd ho chieu;so cccd cmnd;so cmnd cccd;cmnd cccd;cccd cmnd;so cmt cccd;id card;id card no;id card number;id no;id number;citizen id;identity card", "so cmnd;cmnd;so cmt;ma dinh danh;so giay to tuy than;so ho chieu"},
	{fNgaySinh, "Ngày sinh", "ngay sinh;ngay thang nam sinh;ngay thang sinh;nam sinh;date of birth;birthday;dob;birth date", "sinh ngay"},
	{fGioiTinh, "Giới tính", "gioi tinh;gt;phai;nam nu;sex;gender", ""},
	{fNu, "Nữ", "nu;gioi tinh nu;nu x;gioi tinh nu x;gioi tinh x la nu;gioi tinh nu la x;gioi tinh nu danh x;phai nu;gt nu", ""},
	{fSinhNam, "Ngày sinh (nam)", "ngay sinh nam;nam sinh nam;ngay thang nam sinh nam;ngay thang sinh nam", ""},
	{fSinhNu, "Ngày sinh (nữ)", "ngay sinh nu;nam sinh nu;ngay thang nam sinh nu;ngay thang sinh nu", ""},
	{fQuocTich, "Quốc tịch", "quoc tich;nationality", "ma qt;ma quoc tich"},
	{fDanToc, "Dân tộc", "dan toc", "ma dt;ma dan toc"},
	{fDienThoai, "Điện thoại", "dien thoai;so dien thoai;sdt;so dt;dien thoai lien he;so dien thoai lien he;phone", "dt"},
	{fEmail, "Email", "email;e mail;thu dien tu;dia chi email", ""},
	{fPhongBan, "Phòng ban", "phong ban;bo phan;phong ban lam viec;bo phan lam viec;phong ban bo phan;to san xuat;phan xuong;department", "phong;to;chuyen;don vi"},
	{fChucDanh, "Chức danh", "chuc danh;chuc vu;chuc danh nghe;chuc danh cong viec;chuc vu chuc danh;chuc danh chuc vu;cap bac chuc vu chuc danh nghe;cap bac chuc vu chuc danh nghe noi lam viec;chuc danh nghe nghiep;position;job title", "cong viec;vi tri;vi tri cong viec;nghe nghiep"},
	{fNoiLamViec, "Nơi làm việc", "noi lam viec;dia diem lam viec", ""},
	{fDiaChi, "Địa chỉ", "dia chi thuong tru;noi cu tru;dia chi lien he;dia chi cu tru;thuong tru dia chi", "dia chi;ho khau thuong tru"},
	{fMaXa, "Mã xã", "ma xa;ma phuong xa", ""},
	{fMaTinh, "Mã tỉnh", "ma tinh", ""},
	{fMaKCB, "Mã nơi KCB", "ma kcb;ma bv;ma benh vien;ma noi kcb;ma noi dang ky kcb;ma co so kcb;ma noi kcb ban dau;ma kcb ban dau", ""},
	{fTinhKCB, "Mã tỉnh nơi KCB", "ma tinh benh vien;ma tinh kcb;ma tinh noi kcb", ""},
	{fVung, "Vùng lương", "ma vung luong toi thieu;ma vung luong;vung luong toi thieu;vung luong", "vung"},
	{fSoHD, "Số hợp đồng", "so hdld;so hop dong;so hop dong lao dong;so hd;hop dong lao dong so;so hd qd;so hd qd tang;so hd qd giam", ""},
	{fNgayKy, "Ngày ký hợp đồng", "ngay ky hdld;ngay ky hop dong;ngay ky hd;hop dong lao dong ngay ky;ngay ki hd;ngay ki hdld;ngay ki hop dong", "ngay ky"},
	{fLoaiHD, "Loại hợp đồng", "loai hop dong;loai hdld;loai hd;loai hop dong lao dong;hop dong lao dong loai", ""},
	{fTuHD, "Hợp đồng từ ngày", "hop dong lao dong hieu luc tu;hieu luc tu ngay;hdld tu ngay;hop dong lao dong tu ngay;hop dong tu ngay;hieu luc hd qd tu ngay;hieu luc hd tu ngay;ngay hieu luc hd tu ngay", "hieu luc tu"},
	{fDenHD, "Hợp đồng đến ngày", "hop dong lao dong hieu luc den;hieu luc den ngay;hdld den ngay;hop dong lao dong den ngay;hop dong den ngay;hieu luc hd qd den ngay;hieu luc hd den ngay;ngay hieu luc hd den ngay", "hieu luc den"},
	{fTuKXD, "HĐLĐ không xác định thời hạn từ ngày", "hdld tungay;hdld khong xac dinh thoi han;hop dong lao dong khong xac dinh thoi han tu ngay", ""},
	{fTuXD, "HĐLĐ xác định thời hạn từ ngày", "hdld xdth tungay;hdld xdth tu ngay;hop dong lao dong xac dinh thoi han tu ngay", ""},
	{fDenXD, "HĐLĐ xác định thời hạn đến ngày", "hdld xdth denngay;hdld xdth den ngay;hop dong lao dong xac dinh thoi han den ngay", ""},
	{fTuKhac, "HĐLĐ khác từ ngày", "hdld khac tungay;hdld khac tu ngay", ""},
	{fDenKhac, "HĐLĐ khác đến ngày", "hdld khac denngay;hdld khac den ngay", ""},
	{fMucLuong, "Mức lương đóng BHXH", "muc luong dong bhxh;luong dong bhxh;luong bhxh;muc luong bhxh;muc luong dong bao hiem;luong dong bao hiem;luong dong bao hiem xa hoi;muc luong dong bao hiem xa hoi;muc luong tham gia bhxh;luong tham gia bhxh;tien luong dong bhxh;muc tien luong dong bhxh;tien luong thang dong bhxh;muc luong lam can cu dong bhxh;tien luong lam can cu dong bhxh;luong can cu dong bhxh;luong dong bh;muc luong dong bh;luong tinh dong bhxh;si salary;insurance salary;salary for insurance;social insurance salary;salary for social insurance", ""},
	{fPhuCap, "Phụ cấp lương", "phu cap luong;phu cap luong dong bhxh;phu cap dong bhxh;phu cap tinh dong bhxh;phu cap luong dong bao hiem", ""},
	{fPhuCap2, "Phụ cấp lương (cột thứ hai)", "", ""},
	{fPhuCap3, "Phụ cấp lương (cột thứ ba)", "", ""},
	{fBoSung, "Các khoản bổ sung", "cac khoan bo sung;khoan bo sung;cac khoan bo sung dong bhxh;khoan bo sung dong bhxh;cac khoan bo sung khac", ""},
	{fHeSo, "Hệ số lương", "he so luong;hs luong", "he so"},
	{fPhuCapCV, "Phụ cấp chức vụ", "phu cap cv;phu cap chuc vu;he so phu cap chuc vu", ""},
	{fTNVK, "Phụ cấp thâm niên vượt khung", "phu cap tnvk;phu cap tham nien vuot khung;tham nien vuot khung;phu cap tham nien vk", ""},
	{fTNNghe, "Phụ cấp thâm niên nghề", "phu cap tn nghe;phu cap tham nien nghe;tham nien nghe", ""},
	{fBaoLuu, "Chênh lệch bảo lưu", "chenh lech bao luu;he so chenh lech bao luu;he so bao luu", ""},
	{fNgayCong, "Ngày công", "ngay cong;so ngay cong;ngay cong thuc te;so ngay cong thuc te;cong thuc te;ngay cong huong luong;so cong;so ngay lam viec;ngay lam viec", ""},
	{fKhongLuong, "Nghỉ không lương (ngày)", "nghi khong luong;so ngay nghi khong luong;ngay nghi khong luong;nghi khong huong luong;khong luong;nghi ko luong", "ro"},
	{fPhuongAn, "Phương án", "ma pa;ma phuong an;phuong an", "phuong an dieu chinh;trang thai d02"},
	{fTuThang, "Từ tháng", "tu thang;tu thang nam;thang nam bat dau", ""},
	{fDenThang, "Đến tháng", "den thang;den thang nam;thang nam ket thuc", ""},
	{fGhiChu, "Ghi chú", "ghi chu;note;ghi chu khac;remark;remarks", "dien giai"},
	{fNghiViec, "Ngày nghỉ việc", "ngay nghi viec;ngay thoi viec;nghi viec tu ngay;ngay cham dut hop dong;ngay cham dut hdld;ngay cham dut", ""},
	{fNgayCham, "Ngày của bảng chấm công", "", ""},
	{fBoQua, "Không dùng", "thuc linh;thuc nhan;con lai;con duoc linh;con duoc nhan;tong thu nhap;tong luong;tong cong;cong;tong;" +
		"loai phuong an;ma loai pa;loai ngay sinh;ngay cap;noi cap;ky nhan;chu ky;ky ten;so tai khoan;ngan hang;ngay cong chuan;cong chuan;" +
		"bhxh;bhyt;bhtn;bhxh 8;bhyt 1 5;bhtn 1;bhxh 17 5;bhyt 3;thue tncn;thue;tam ung;thuong;an ca;xang xe;tang ca;lam them;luong thoi gian;luong san pham;" +
		"muc huong bhyt;ty le dong;ma vung sinh song;co giam chet;ngay chet;tinh lai;nhom vi tri viec lam;ngay vao lam;ngay vao;luong co ban;luong chinh;basic salary;net pay;net salary;kpcd;doan phi;ty le dong bhxh;ti le dong;tinh trang so;tinh trang so bh;tinh trang so bhxh;tinh trang so bao hiem;khong tra the bhyt;ma the bhyt;ngay tra the;da bao giam;giam;dong bhxh ca thang;doi tuong;thoi gian thai san;noi cap bhxh;chi nhanh;chi nhanh nh;ma ngan hang;ma chi nhanh nh;ngay cap cmnd;giam tru gia canh;thu nhap chiu thue;thu nhap tinh thue", ""},
}

// Field is a fact that a column can be mapped to by hand.
type Field struct{ Name, Label string }

// Fields returns the facts a column can hold, for the mapping dialogue.
func Fields() []Field {
	out := make([]Field, len(fields))
	for i, f := range fields {
		out[i] = Field{f.name, f.label}
	}
	return out
}

func labelOf(name string) string {
	for _, f := range fields {
		if f.name == name {
			return f.label
		}
	}
	return name
}

func isField(name string) bool { return name == "" || labelOf(name) != name }

// guess is a fact with how sure we are.
type guess struct {
	field string
	conf  int
}

// exact maps a folded head, with and without spaces, to its fact.
var exact = func() map[string]guess {
	m := map[string]guess{}
	put := func(k string, g guess) {
		if m[k].conf < g.conf {
			m[k] = g
		}
	}
	for _, f := range fields {
		for i, list := range []string{f.heads, f.also} {
			for _, h := range strings.Split(list, ";") {
				if h == "" {
					continue
				}
				put(h, guess{f.name, 100 - 12*i})
				if sq := strings.ReplaceAll(h, " ", ""); len(sq) > 4 {
					put(sq, guess{f.name, 97 - 12*i})
				}
			}
		}
	}
	return m
}()

// sure is the least confidence with which a column is used without asking.
const sure = 65

// near are phrases that mark a longer head: «Họ và tên (theo CCCD)».
var near = []struct {
	phrase string
	g      guess
}{
	{"luong dong bhxh", guess{fMucLuong, 88}}, {"luong dong bao hiem", guess{fMucLuong, 85}}, {"luong tham gia bhxh", guess{fMucLuong, 85}},
	{"luong lam can cu dong", guess{fMucLuong, 85}}, {"muc dong bhxh", guess{fMucLuong, 60}},
	{"thuc linh", guess{fBoQua, 90}}, {"thu nhap", guess{fBoQua, 80}}, {"ngay cap", guess{fBoQua, 90}}, {"noi cap", guess{fBoQua, 90}},
	{"loai ngay sinh", guess{fBoQua, 90}},
	{"ho va ten", guess{fHoTen, 85}}, {"ho ten", guess{fHoTen, 80}},
	{"ma so bhxh", guess{fMaSo, 90}}, {"so so bhxh", guess{fMaSo, 80}}, {"so bhxh", guess{fMaSo, 80}},
	{"so cccd", guess{fCCCD, 88}}, {"cccd", guess{fCCCD, 80}}, {"can cuoc", guess{fCCCD, 80}}, {"so dinh danh", guess{fCCCD, 85}}, {"cmnd", guess{fCCCD, 70}},
	{"ngay thang nam sinh", guess{fNgaySinh, 90}}, {"ngay sinh", guess{fNgaySinh, 85}}, {"nam sinh", guess{fNgaySinh, 80}},
	{"gioi tinh", guess{fGioiTinh, 80}}, {"chuc danh", guess{fChucDanh, 80}}, {"chuc vu", guess{fChucDanh, 78}},
	{"phong ban", guess{fPhongBan, 80}}, {"bo phan", guess{fPhongBan, 75}}, {"noi lam viec", guess{fNoiLamViec, 80}},
	{"nghi khong luong", guess{fKhongLuong, 80}}, {"khong huong luong", guess{fKhongLuong, 75}},
	{"ngay cong chuan", guess{fBoQua, 90}}, {"ngay cong", guess{fNgayCong, 75}},
	{"dien thoai", guess{fDienThoai, 75}}, {"dan toc", guess{fDanToc, 75}}, {"quoc tich", guess{fQuocTich, 75}},
	{"ghi chu", guess{fGhiChu, 80}}, {"ma nhan vien", guess{fMaNV, 85}}, {"ma nv", guess{fMaNV, 85}},
	{"phuong an", guess{fPhuongAn, 70}}, {"tu thang", guess{fTuThang, 70}}, {"den thang", guess{fDenThang, 70}},
}

// typo finds a head that differs from a known one by a slip of the keys.
func typo(head string) guess {
	best := guess{}
	if len(head) < 6 || len(head) > 40 {
		return best
	}
	for known, g := range exact {
		slips := 1
		if len(known) >= 12 {
			slips = 2
		}
		if d := len(known) - len(head); len(known) < 6 || d > slips || d < -slips || g.conf-20 <= best.conf && !(g.conf-20 == best.conf && g.field < best.field) {
			continue
		}
		if distance(head, known, slips) <= slips {
			best = guess{g.field, g.conf - 20}
		}
	}
	return best
}

// distance counts insertions, deletions, changes and swaps of neighbours
// between a and b; above limit it may stop counting.
func distance(a, b string, limit int) int {
	prev2 := make([]int, len(b)+1)
	prev := make([]int, len(b)+1)
	cur := make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = i
		low := i
		for j := 1; j <= len(b); j++ {
			cost := boolInt(a[i-1] != b[j-1])
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				cur[j] = min(cur[j], prev2[j-2]+1)
			}
			low = min(low, cur[j])
		}
		if low > limit {
			return low
		}
		prev2, prev, cur = prev, cur, prev2
	}
	return prev[len(b)]
}
