// A picture in three layers of depth, where the screens left a place for it.

struct Placement {
    rect: vec4<f32>,
    visible: vec4<f32>,
    above: vec4<f32>,
    below: vec4<f32>,
    shifts: vec4<f32>,
    ground: vec4<f32>,
    window: vec4<f32>,
}

@group(#{MATERIAL_BIND_GROUP}) @binding(0) var<uniform> placement: Placement;
@group(#{MATERIAL_BIND_GROUP}) @binding(1) var back: texture_2d<f32>;
@group(#{MATERIAL_BIND_GROUP}) @binding(2) var smooth_sampler: sampler;
@group(#{MATERIAL_BIND_GROUP}) @binding(3) var middle: texture_2d<f32>;
@group(#{MATERIAL_BIND_GROUP}) @binding(4) var front: texture_2d<f32>;

@vertex
fn vertex(@location(0) corner: vec3<f32>) -> @builtin(position) vec4<f32> {
    let pixel = mix(placement.visible.xy, placement.visible.zw, corner.xy + 0.5);
    let share = pixel / max(placement.window.xy, vec2(1.0));
    return vec4(share.x * 2.0 - 1.0, 1.0 - share.y * 2.0, 0.5, 1.0);
}

fn over(below: vec4<f32>, above: vec4<f32>) -> vec4<f32> {
    return above + below * (1.0 - above.a);
}

// The window's colours are linear, a drawing's are not.
fn to_linear(colour: vec3<f32>) -> vec3<f32> {
    let low = colour / 12.92;
    let high = pow((colour + 0.055) / 1.055, vec3(2.4));
    return select(high, low, colour <= vec3(0.04045));
}

// How much of a pixel lies inside the rounded corners.
fn within(pixel: vec2<f32>) -> f32 {
    let radius = placement.window.z;
    let half = (placement.rect.zw - placement.rect.xy) / 2.0;
    let out = abs(pixel - placement.rect.xy - half) - half + radius;
    return clamp(0.5 + radius - length(max(out, vec2(0.0))), 0.0, 1.0);
}

@fragment
fn fragment(@builtin(position) pixel: vec4<f32>) -> @location(0) vec4<f32> {
    let size = max(placement.rect.zw - placement.rect.xy, vec2(1.0));
    let share = (pixel.xy - placement.rect.xy) / size;
    let shifts = placement.shifts;
    var colour = textureSample(back, smooth_sampler, share - vec2(shifts.x, 0.0));
    colour = over(colour, textureSample(middle, smooth_sampler, share - vec2(shifts.y, 0.0)));
    colour = over(colour, textureSample(front, smooth_sampler, share - vec2(shifts.z, 0.0)));
    let light = mix(placement.above.rgb, placement.below.rgb, share.y);
    let ground = placement.ground.rgb;
    let lit = colour.rgb * light + ground * (1.0 - colour.a);
    let seen = mix(ground, lit, within(pixel.xy));
    return vec4(to_linear(clamp(seen, vec3(0.0), vec3(1.0))), shifts.w);
}
