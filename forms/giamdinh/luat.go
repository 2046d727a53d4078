package giamdinh

import "ankhai/forms/form"

// Where the rules come from.
const (
	cuGoi   = "Tệp GIAMDINHHS.xml đang dùng; không có lược đồ chính thức công khai"
	cu130   = "Quyết định 130/QĐ-BYT (2023), bảng chỉ tiêu; sửa đổi bởi 4750/QĐ-BYT, 3176/QĐ-BYT chưa đối chiếu đủ"
	cuSuyRa = "Suy ra từ các bảng chỉ tiêu của Quyết định 130/QĐ-BYT"
	cuKCB   = "Danh mục cơ sở khám, chữa bệnh của Cổng BHXH"
	cuKy    = "Nghị định 188/2025/NĐ-CP Điều 69 khoản 9"
	cuMay   = "Giới hạn của chương trình"
)

// luat is one check, for the spec sheet and for the level and basis of its faults.
type luat struct {
	ma   string // "23"; public as "GIAMDINHHS-23", never reused for another meaning
	muc  form.Level
	ve   string // what it asks
	cu   string
	tin  form.Confidence
	bang string // where: the package, a table, all of them
}

// luats are the checks in the order of their codes.
var luats = []luat{
	{"01", form.Loi, "tệp đọc được, trong giới hạn, không có DOCTYPE", cuMay, form.High, "gói"},
	{"02", form.Loi, "phần tử gốc là GIAMDINHHS hoặc gốc của một bảng", cuGoi, form.High, "gói"},
	{"03", form.Loi, "không có phần tử lạ trong gói", cuGoi, form.High, "gói"},
	{"04", form.Loi, "đủ các phần tử của gói", cuGoi, form.High, "gói"},
	{"05", form.Loi, "mỗi phần tử của gói một lần", cuGoi, form.High, "gói"},
	{"06", form.Nhac, "các phần tử của gói theo thứ tự", cuGoi, form.Medium, "gói"},
	{"07", form.Nhac, "không có chữ giữa các phần tử, không có thuộc tính", cuGoi, form.Medium, "gói, bảng"},
	{"08", form.Loi, "MACSKCB có 5 ký tự", cuGoi, form.High, "gói"},
	{"09", form.Nhac, "MACSKCB có trong danh mục cơ sở", cuKCB, form.Medium, "gói"},
	{"10", form.Loi, "NGAYLAP là ngày có thật, yyyyMMdd hoặc yyyyMMddHHmm", cuGoi, form.High, "gói"},
	{"11", form.Nhac, "NGAYLAP không sau hôm nay", cuGoi, form.Inferred, "gói"},
	{"12", form.Loi, "SOLUONGHOSO bằng số hồ sơ", cuGoi, form.High, "gói"},
	{"13", form.Nhac, "gói đã ký ở CHUKYDONVI", cuKy, form.Medium, "gói"},
	{"14", form.Loi, "gói có ít nhất một hồ sơ, hồ sơ có ít nhất một bảng", cuGoi, form.High, "gói"},
	{"15", form.Loi, "LOAIHOSO là tên một bảng", cuGoi, form.High, "gói"},
	{"16", form.Loi, "không đưa vào gói bảng gửi riêng", cuGoi, form.High, "gói"},
	{"17", form.Loi, "NOIDUNGFILE là base64", cuGoi, form.High, "gói"},
	{"18", form.Loi, "tệp bên trong và hồ sơ trong giới hạn", cuMay, form.High, "gói"},
	{"20", form.Loi, "tệp bên trong là bảng mà LOAIHOSO nói", cuGoi, form.High, "hồ sơ"},
	{"21", form.Loi, "mỗi bảng một tệp trong hồ sơ", cuGoi, form.Inferred, "hồ sơ"},
	{"22", form.Nhac, "hồ sơ có XML1", cuGoi, form.Medium, "hồ sơ"},
	{"23", form.Loi, "một MA_LK trong cả hồ sơ", cu130, form.High, "hồ sơ"},
	{"24", form.Loi, "hai hồ sơ không cùng MA_LK", cu130, form.High, "gói"},
	{"25", form.Loi, "MA_CSKCB của XML1 là MACSKCB của gói", cuSuyRa, form.Inferred, "hồ sơ"},
	{"30", form.Nhac, "không có trường lạ", cu130, form.Medium, "bảng"},
	{"31", form.Loi, "phần tử gốc chỉ có danh sách của nó, danh sách chỉ có dòng của nó", cuGoi, form.High, "bảng"},
	{"32", form.Loi, "mỗi trường một lần trong dòng", cu130, form.High, "bảng"},
	{"33", form.Nhac, "các trường theo thứ tự của bảng", cu130, form.Medium, "bảng"},
	{"34", form.Loi, "bảng có ít nhất một dòng", cuSuyRa, form.Inferred, "bảng"},
	{"35", form.Loi, "số dòng trong giới hạn", cuMay, form.High, "bảng"},
	{"40", form.Loi, "trường khoá phải có", cu130, form.High, "trường"},
	{"41", form.Nhac, "trường nên có", cuSuyRa, form.Inferred, "trường"},
	{"42", form.Loi, "trường số là chữ số, tiền có tối đa 2 và số lượng, đơn giá tối đa 3 chữ số sau dấu chấm", cu130, form.Medium, "trường"},
	{"43", form.Loi, "ngày là ngày có thật, yyyyMMdd", cuGoi, form.High, "trường"},
	{"44", form.Loi, "thời điểm có thật, yyyyMMddHHmm", cuGoi, form.High, "trường"},
	{"45", form.Nhac, "không quá kích thước tối đa", cu130, form.Medium, "trường"},
	{"46", form.Loi, "mã thuộc các mã của trường (danh sách đóng)", cu130, form.High, "trường"},
	{"47", form.Nhac, "mã thuộc các mã đã biết của trường", cu130, form.Medium, "trường"},
	{"48", form.Loi, "mã cơ sở có 5 ký tự", cu130, form.Medium, "trường"},
	{"49", form.Loi, "mã thẻ BHYT đúng dạng; đối tượng và mức hưởng hợp nhau", cu130, form.High, "trường"},
	{"50", form.Loi, "tỷ lệ từ 0 đến 100", cu130, form.Medium, "trường"},
	{"51", form.Nhac, "STT tăng từ 1 đến hết", cu130, form.Medium, "bảng"},
	{"52", form.Nhac, "số căn cước hợp với giới tính và năm sinh", "Nghị định 137/2015/NĐ-CP", form.High, "XML0, XML1"},
	{"53", form.Nhac, "số thẻ, số nơi đăng ký ban đầu, số hạn thẻ bằng nhau", cu130, form.Medium, "XML1"},
	{"54", form.Nhac, "chỉ một mã bệnh chính", cu130, form.Medium, "XML1"},
	{"55", form.Nhac, "không quá 12 mã bệnh kèm theo", cu130, form.Medium, "XML1"},
	{"56", form.Nhac, "mã hình thức khám, chữa bệnh có 2 chữ số", cu130, form.Medium, "trường"},
	{"57", form.Nhac, "dòng có MA_DICH_VU hoặc MA_VAT_TU", cuSuyRa, form.Inferred, "XML3"},
	{"58", form.Loi, "đình chỉ thai nghén thì phải có nguyên nhân, thời điểm, tuổi thai", cu130, form.Medium, "XML7, XML11"},
	{"60", form.Loi, "ra không trước vào", cuSuyRa, form.Inferred, "bảng"},
	{"61", form.Nhac, "vào nội trú từ lúc vào đến lúc ra", cuSuyRa, form.Inferred, "XML1"},
	{"62", form.Nhac, "y lệnh từ lúc vào đến lúc ra", cuSuyRa, form.Inferred, "XML2, XML3"},
	{"63", form.Nhac, "thực hiện và kết quả không trước y lệnh", cuSuyRa, form.Inferred, "XML2, XML3"},
	{"64", form.Loi, "hạn thẻ: đến không trước từ", cuSuyRa, form.Inferred, "XML0, XML1"},
	{"65", form.Nhac, "thẻ còn hạn lúc vào", cuSuyRa, form.Inferred, "XML0, XML1"},
	{"66", form.Loi, "ngày nghỉ: đến không trước từ", cuSuyRa, form.Inferred, "XML7, XML10, XML11"},
	{"67", form.Nhac, "số ngày nghỉ bằng số ngày từ ngày đầu đến ngày cuối", cuSuyRa, form.Inferred, "XML7, XML10, XML11"},
	{"68", form.Nhac, "vào, ra của giấy bằng vào, ra của XML1", cu130, form.Medium, "XML7, XML8"},
	{"69", form.Nhac, "ngày chứng từ giấy ra viện là ngày ra", cu130, form.Medium, "XML7"},
	{"70", form.Nhac, "vào không sau hôm nay", cuSuyRa, form.Inferred, "XML0, XML1, XML7, XML8"},
	{"71", form.Nhac, "số ngày điều trị hợp với hình thức khám, chữa bệnh", cu130, form.Medium, "XML1"},
	{"72", form.Loi, "THANG_QT từ 1 đến 12, NAM_QT bốn chữ số", cu130, form.Medium, "XML1"},
	{"73", form.Nhac, "không quá 30 ngày một giấy, trừ điều trị lao và sẩy thai", "Thông tư 18/2022/TT-BYT (chưa đối chiếu bản thay thế năm 2025)", form.Medium, "XML11"},
	{"80", form.Loi, "tổng của XML1 bằng tổng các dòng XML2 và XML3", cu130, form.Medium, "hồ sơ"},
	{"81", form.Nhac, "T_VTYT bằng tổng các dòng vật tư của XML3", cu130, form.Medium, "hồ sơ"},
	{"82", form.Nhac, "T_BHTT = T_TONGCHI_BH − T_BNCCT", cu130, form.Medium, "XML1"},
	{"83", form.Nhac, "T_BHTT_GDV bằng tổng T_BHTT của các dòng MA_PTTT là 1", cu130, form.Medium, "hồ sơ"},
	{"84", form.Nhac, "có XML2 hoặc XML3 khi XML1 có chi phí", cuSuyRa, form.Inferred, "hồ sơ"},
	{"85", form.Nhac, "THANH_TIEN_BV = số lượng × đơn giá", cu130, form.Medium, "XML2, XML3"},
	{"86", form.Nhac, "THANH_TIEN_BH = số lượng × đơn giá × tỷ lệ", cu130, form.Medium, "XML2, XML3"},
	{"87", form.Nhac, "T_NGUONKHAC bằng bốn nguồn cộng lại", cu130, form.Medium, "XML2, XML3"},
	{"88", form.Nhac, "ngoài phạm vi hưởng thì tỷ lệ là 0", cu130, form.Medium, "XML2, XML3"},
	{"91", form.Loi, "khi đóng gói: biết mã cơ sở", cuGoi, form.High, "đóng gói"},
	{"92", form.Loi, "khi đóng gói: tệp là một bảng nằm trong gói", cuGoi, form.High, "đóng gói"},
	{"93", form.Loi, "khi đóng gói: tệp có MA_LK để xếp vào hồ sơ", cuGoi, form.High, "đóng gói"},
}

var luatCua = func() map[string]*luat {
	by := make(map[string]*luat, len(luats))
	for i := range luats {
		if by[luats[i].ma] != nil {
			panic("giamdinh: rule " + luats[i].ma + " stands twice")
		}
		by[luats[i].ma] = &luats[i]
	}
	return by
}()
