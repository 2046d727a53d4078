package storage

import (
	"fmt"
	"io"
	"strings"
)

// inEnglish is a column in English: as openEnglish has it for that table, or for all.
func inEnglish(t openTable, c openColumn) string {
	if say := openEnglish[t.name+"."+c.name]; say != "" {
		return say
	}
	return openEnglish["."+c.name]
}

func (o *opening) english(to io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "OPEN DATA OF ONE EMPLOYER\n%s, tax code %s\n\n", o.employer.Ten, o.mst)
	b.WriteString(`WARNING. Everything here can be read without a password: names, identity numbers, wages and papers of
workers. Keep it safe, hand it to the right person, delete it when it has served. Passwords, PINs, signing
keys and accounts of gateways are not in it.

WHAT IS HERE
  bang/                 tables for people: CSV, UTF-8, commas; Excel opens them. Codes are in Vietnamese words.
  du-lieu/              the same for programs: JSON, UTF-8, one record a line, complete.
  tep/                  files as they came or went: papers, signed forms and envelopes, receipts, answers.
  mo-ta.json            this description for programs.
  danh-sach-tep.json    the list of all files with size and SHA-256.
  DOC-TRUOC.txt         this text in Vietnamese, with more about each column.

Days are 2026-11-22, months 2026-11, a birthday of which only the year is known 1995; "" is none. Times are UTC
in JSON and Vietnamese time in bang/. Money is in đồng. NLD000001 is a person, HS000001 a dossier, GN000001 a
signed submission; files refer to each other by these. ="0123" in a CSV keeps Excel from dropping the zero.
To take it back into AnKhai: bhxh employer take FOLDER_OR_FILE.zip --dry-run, then without --dry-run.

TABLES
`)
	for _, t := range shown() {
		fmt.Fprintf(&b, "\n%s  (%d rows): %s\n", t.name, o.rows[t.name], openEnglish[t.name])
		for _, c := range t.columns {
			fmt.Fprintf(&b, "    %-16s %s\n", c.name, inEnglish(t, c))
		}
	}
	_, err := io.WriteString(to, b.String())
	return err
}

// openEnglish are the tables ("qua-trinh"), the columns of one table ("qua-trinh.vung")
// and the columns of all (".luc") in English. One without fails a test.
var openEnglish = map[string]string{
	"don-vi":              "the employer, one row",
	"nguoi-lao-dong":      "workers: identity as it stands now; what changes with time is in qua-trinh",
	"qua-trinh":           "history: per worker, one row for each month in which something changed; it holds until the next row",
	"sua-doi":             "corrections: a worker's identity before each correction",
	"gop-nguoi":           "two records joined into one person: who stays, who goes, and both as they were before",
	"khac-nguoi":          "two records that look like one person and that the user said are two",
	"quyet-dinh":          "what the user decided about a row of a payroll that no number settles",
	"quyet-dinh-cua-ai":   "whom a decision names, and whether the row is theirs",
	"quy-tac":             "rules that the employer made for its drafts, from dossiers that were returned",
	"ky-duyet":            "in-house trail of drafts: who prepared, checked, approved or refused, and the hash of the contents then",
	"tep-tra-ve":          "files that came back about a signed dossier: receipts, notices, results",
	"ho-gia-dinh":         "the household of a worker as declared last",
	"thoi-gian-dong":      "time contributed before the roster begins, and working conditions",
	"han-luu":             "how long the employer keeps data; null = not decided",
	"bang-luong":          "payrolls taken in, one row a month",
	"dong-bang-luong":     "rows of the payrolls as they were read",
	"cach-doc-bang":       "how columns and symbols of known workbooks are understood",
	"c12":                 "monthly statements of the agency (form C12-TS): rows as read, and the original file",
	"ho-so":               "dossiers, drafts and signed ones",
	"truong-hop":          "of which public service and case a dossier is",
	"to-khai":             "forms of a dossier; other files call a form «dossier/form», HS000001/D02-LT",
	"dong-to-khai":        "rows of forms, cells by their XML tag: absent = unknown, null = left blank on purpose",
	"nguon-to-khai":       "where the cells of a form came from when it was drafted",
	"lan-sua":             "edits of forms, before and after",
	"giay-to":             "papers attached to dossiers",
	"giay-to-cua-ai":      "whom alone a paper concerns, and whether it is sensitive",
	"giay-to-loai":        "which paper of the case an attachment is",
	"giay-to-tra-loi":     "papers of the case answered without a file: kept by the employer, or not needed",
	"nhac-bo-qua":         "warnings that the user dismissed, with the reason",
	"goi-nop":             "signed submissions: who signed, when, how far it is, the receipt",
	"goi-da-ky":           "the signed envelope, byte by byte",
	"tep-da-ky":           "each signed file in the envelope",
	"su-kien":             "what happened to a submission: attempts, questions, answers, moves; chained by hash",
	"thu-lai":             "how a submission is tried again",
	"so-da-gui":           "ledger of what was declared: person, month, kind of change; keeps anything from being declared twice",
	"so-da-gui-mang-sang": "lines of the ledger that only data before a restore knew",
	"bang-chung-da-gui":   "proofs of sending that only data before a restore knew",
	"dot-huong":           "periods of benefits: claimed, granted, refused",
	"thong-bao":           "inbox: what the agency told the employer through a gateway",
	"thong-bao-tep":       "files of the notices as they came; their signatures as judged then",
	"thong-bao-ho-so":     "which dossier a notice is about",
	"thong-bao-da-doc":    "notices that somebody has read",
	"thong-bao-den-dau":   "up to which notice of a gateway everything is here",
	"thiet-lap":           "settings of the employer, and what the program remembers of each dossier",

	".thongTin": "the record", ".ghiLuc": "written at", ".luc": "at", ".ma": "id", ".nguoi": "worker (id)", ".nguon": "source",
	".maNV": "employee number", ".hoTen": "full name", ".maSoBHXH": "social insurance number", ".soCCCD": "personal identity number, ID card or passport",
	".ngaySinh": "day of birth", ".gioiTinh": "sex: nam = male, nu = female", ".quocTich": "nationality, ISO 3166", ".danToc": "ethnicity, code",
	".dienThoai": "telephone", ".email": "e-mail", ".diaChi": "address", ".maXa": "commune, code", ".maTinh": "province, code", ".maKCB": "hospital of first registration, code",
	".tuThang": "from month", "qua-trinh.trangThai": "dangDong = contributing, thaiSan = maternity, nghiOm = sick, khongLuong = unpaid, daNghi = left, empty = unknown",
	".phongBan": "department", ".chucDanh": "job title", ".noiLamViec": "place of work", ".vung": "region of minimum wage, code",
	".hopDong": "contract: number, kind, signed on, from, to; null = unknown", ".luongBiet": "whether the wage is known", ".mucLuong": "wage", ".phuCap": "allowances",
	".boSung": "supplements", ".heSo": "coefficients: thousandths, the two seniorities in ten-thousandths", ".ai": "by whom (account of the computer)", ".truoc": "as it was before",
	".ho": "the household", ".thangDong": "months contributed before", ".nangNhoc": "heavy work, or an area of special hardship",
	".thangNguoi": "months kept after a worker has left", ".thangHoSo": "months kept after signing", ".giuNhayCam": "sensitive data kept once a dossier is finished",
	".thang": "month", ".tenTep": "name of the file", ".sha256": "SHA-256", ".cachDoc": "layout", ".vanDe": "problems found in cells; null = none",
	"dong-bang-luong.so": "row, from 0", "dong-bang-luong.dong": "the row: days as 20261122, months as 202611, 0 = none", "cach-doc-bang.khoa": "recognised by", ".noiDung": "contents", ".mau": "form",
	"c12.dong": "the rows", ".tep": "the file: its path, size and SHA-256", ".thuTuc": "procedure", ".dot": "instalment of the month",
	".trangThai": "state", "dot-huong.trangThai": "deNghi = claimed, daDuyet = granted, biTuChoi = refused", "lan-sua.trangThai": "done, undone, or past (cannot be undone)",
	"ho-so.trangThai": "nhap = draft, daKiem = checked, daKy = signed, choGui = queued, dangGui = being sent, nghiVan = in doubt, daGui = sent, tiepNhan = accepted, dangGiaiQuyet = in process, coKetQua = finished, traLai = returned, huy = cancelled",
	".hoSoGoc":        "made from dossier", ".ghiChu": "note", ".lapLuc": "made at", ".suaLuc": "changed at", ".hoSo": "dossier", ".dichVu": "public service", ".truongHop": "case",
	".banTu": "version of the form, by the day since which it applies", ".toKhai": "form, «dossier/form»", ".bang": "table of the form: empty = main, head = head", ".thuTu": "order, with gaps",
	"dong-to-khai.dong": "the row by XML tag", "nguon-to-khai.nguon": "by table and tag, * = all others", "lan-sua.noiDung": "cell or row, before and after",
	"giay-to.so": "number in this export", ".ten": "name", ".kieu": "MIME type", ".co": "size in bytes", ".giayTo": "number of the paper", ".nhayCam": "sensitive",
	".loai": "kind", "giay-to-loai.loai": "paper of the case", "giay-to-tra-loi.loai": "paper of the case", ".traLoi": "answer", ".maLoi": "code of the warning", "nhac-bo-qua.dong": "row, from 1; 0 = head or whole form", ".lyDo": "reason",
	".maGui": "idempotency key by which the gateway knows it", ".soTep": "number of signed files", ".nguoiKy": "signer", ".soChungThu": "serial number of the certificate", ".kyLuc": "signed at",
	".bienNhan": "receipt", ".soHoSo": "number given by the agency", ".xoaLuc": "contents erased at; null = they are here", ".goiNop": "submission", "tep-da-ky.so": "file, from 0",
	".tu": "from state", ".den": "to state", "su-kien.traLoi": "answer, word for word", ".loiDaXoa": "SHA-256 of words that were erased", ".chuoi": "SHA-256 of the 32 bytes of the row before (none for the first) and this JSON row without chuoi",
	".noiGui": "where it was handed to last", ".lanHong": "failures in a row", ".nghiMs": "left alone for, in milliseconds", ".phuongAn": "kind of change or of claim", ".guiLuc": "sent at; null = no receipt yet",
	".cheDo": "benefit", ".tuNgay": "from day", ".denNgay": "to day", ".nuaNgay": "half days", ".ngaySinhCon": "birthday of the child", "dot-huong.dong": "row of the form, from 1",
	"gop-nguoi.nguoi": "who stays", ".bo": "id of the record that went", ".truocKhiGop": "both records before, in the program's order of columns", ".nguoiKhac": "the other worker",
	"quyet-dinh.so": "number in this export", ".viec": "what was decided", "quyet-dinh.loai": "kind of the question", "quyet-dinh.dong": "how the row is known again", ".nhan": "the row is right, the roster is not",
	".o": "sheet and cell", ".quyetDinh": "number of the decision", ".laNguoiNay": "whether the row is theirs", "quy-tac.so": "number in this export; codes of its warnings end with it, QT1; QT09 = of a rule that is gone", ".quyTac": "the rule", "quy-tac.hoSo": "from dossier; empty = none", ".bat": "whether it is on",
	".cach": "how it came: tep = read from a file, cong = from the gateway, tay = typed", ".doc": "what was read of it", ".chuKy": "its signatures, as judged when it came",
	".buoc": "step: trinh = submitted, kiem = examined, duyet = approved, tuChoi = refused", ".maNguoi": "id of the person on the computer", ".xacThuc": "a passphrase proved who it was", ".taiKhoan": "account of the computer",
	"thiet-lap.khoa": "setting", ".cua": "of: tax code, dossier or submission; empty = of all employers", ".giaTri": "value",

	".tieuDe": "title", ".lucLap": "made by the agency at", ".maDonVi": "the employer's code at the agency", ".maGiaoDich": "transaction of the gateway; empty = about no dossier", ".luuY": "what the gateway says of its answers",
	".cong": "address of the gateway", ".thongBao": "notice", "thong-bao-den-dau.den": "up to notice", "thong-bao-tep.so": "file, from 0",
}
