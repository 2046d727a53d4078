package d02lt

import "ankhai/forms/form"

// TuDien are the columns that Dong answers without anybody having said so, each with
// what it does and the article or list on which that rests. Nothing else is filled
// but what is known of the person and of the case.
var TuDien = []struct {
	Cot   form.Handle
	Lam   string
	CanCu string
}{
	{TyLeDong, "tỷ lệ đóng đủ các quỹ của tháng, theo quốc tịch", "Luật 41/2024/QH15 Điều 32 đến Điều 34; Luật Việc làm 74/2025/QH15; Nghị định 188/2025/NĐ-CP"},
	{TinhLai, "không, trừ truy đóng và thoái thu để trống", "Luật 41/2024/QH15 Điều 40, Điều 41: chỉ tính trên số tiền chậm đóng, trốn đóng"},
	{DaCoSo, "không với TM chưa có mã số; có với người có mã số, trừ TM và TH để trống", congDVC + ": TM là người chưa có mã số, chưa có sổ (độ tin trung bình)"},
	{CoGiamChet, "không, trừ khi báo giảm để trống", tepDT + ": chỉ đánh dấu khi phương án là GH"},
	{Loai, "loại kê khai, khi phương án chỉ thuộc một loại", "Danh sách loại kê khai của phần mềm I-VAN (độ tin trung bình)"},
}

// tuDienNotes tells them in the spec sheet.
func tuDienNotes() (out []string) {
	for _, x := range TuDien {
		out = append(out, "Tự điền cột "+x.Cot.Col().Label+": "+x.Lam+". Căn cứ: "+x.CanCu+".")
	}
	return out
}
