package ivan04dk

import (
	"ankhai/forms/form"
	"ankhai/forms/ivan"
	"ankhai/forms/khung"
)

func paper() form.Paper {
	line := ivan.Dong
	body := append(Cot.DonVi(),
		line(form.T("Qua xem xét và nhận thấy chúng tôi có đủ điều kiện sử dụng dịch vụ I-VAN, Chúng tôi đăng ký với cơ quan bảo hiểm xã hội được sử dụng dịch vụ I-VAN, cụ thể như sau:")),
		line(form.T("1. Thông tin về người sử dụng lao động (đơn vị sử dụng lao động):")))
	body = append(body, Cot.ChuKySo()...)
	body = append(body,
		line(form.T("- Địa chỉ thư điện tử: "), form.HeadField(Cot.Email, 0)),
		line(form.T("- Điện thoại: "), form.HeadField(Cot.DienThoai, 0)),
		line(form.T("- Sử dụng dịch vụ I-VAN để thực hiện thủ tục "), form.I("(ghi tên thủ tục): "), form.HeadField(Cot.TenThuTuc, 0)),
		line(form.T("2. Thông tin về tổ chức I-VAN:")),
		line(form.T("Tên tổ chức: "), form.I("(ghi rõ tên đầy đủ tổ chức) "), form.HeadField(Cot.TenIVAN, 0)),
		line(form.T("Chúng tôi hoàn toàn chịu trách nhiệm trước pháp luật về tính chính xác, trung thực của nội dung trên và thực hiện theo đúng quy định của pháp luật về giao dịch điện tử trong khu vực bảo hiểm xã hội./.")),
	)
	return form.Paper{
		Version: "08/2015", Basis: ivan.QD08 + "; lời theo tệp trình bày, chưa đối chiếu bản chính thức", From: khung.Ngay(ivan.NgayQD08),
		Parts: append(Cot.Top("04/ĐK-IVAN", "Đăng ký sử dụng dịch vụ I-VAN"), form.Lines{Lines: body}, ivan.Ky()),
	}
}
